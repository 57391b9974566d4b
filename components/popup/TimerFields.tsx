import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { RecentWork } from '../../lib/domain/suggestions.ts';
import type { Asked } from '../ui/open-list.ts';
import { BillableButton } from './BillableButton.tsx';
import { DescriptionField } from './DescriptionField.tsx';
import { focusDescription } from './list-focus.ts';
import { ProjectField } from './ProjectField.tsx';
import type { PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import { draftOf, type WorkDraft, withProject } from './work-draft.ts';

interface Props {
  readonly data: PopupData;
  readonly choices: Choices;
  readonly value: WorkDraft;
  /** Whether the billable button has a border, beside others that have one. */
  readonly boxed: boolean;
  readonly onType: (description: string) => void;
  readonly onEnter: () => void;
  readonly onLeave?: () => void;
  readonly onChange: (part: Partial<WorkDraft>) => void;
  readonly children?: ComponentChildren;
}

/** Description, project and billable: the same whether a timer runs or not. */
export function TimerFields({ data, choices, value, boxed, onType, onEnter, onLeave, onChange, children }: Props) {
  /** Set while the project is asked for by an "@" in the description. */
  const [asked, setAsked] = useState<Asked | null>(null);
  const back = () => {
    setAsked(null);
    focusDescription();
  };
  const suggest = (work: RecentWork) => {
    onChange(draftOf(work));
    if (work.taskId || work.tagIds.length > 0) choices.read('task', 'tag');
  };
  return (
    <div class="body">
      <DescriptionField
        value={value.description}
        recent={data.recent}
        projects={data.projects}
        onInput={onType}
        onEnter={onEnter}
        {...(onLeave ? { onBlur: onLeave } : {})}
        onSuggestion={suggest}
        onProjectAsked={(description, query) => {
          onType(description);
          setAsked({ query });
        }}
      />
      <div class="ctl">
        <ProjectField
          id="project"
          labelHidden
          choices={choices}
          choice={value.project}
          asked={asked}
          onChoose={(choice) => {
            onChange(withProject(choice, choices.project));
            if (asked) back();
          }}
          onEscape={(typed) => {
            if (!asked) return;
            onType(`${value.description}@${typed}`);
            back();
          }}
        />
        <BillableButton
          boxed={boxed}
          on={value.billable}
          currency={data.settings.currency}
          onToggle={(billable) => onChange({ billable })}
        />
        {children}
      </div>
    </div>
  );
}
