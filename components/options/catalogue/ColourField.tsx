import type { Colour } from '../../../lib/domain/catalogue.ts';
import { t, type Word } from '../../../lib/platform/words.ts';

const names: readonly Word[] = [
  'colourBrick',
  'colourOrange',
  'colourOchre',
  'colourOlive',
  'colourSage',
  'colourPine',
  'colourSky',
  'colourBlue',
  'colourIris',
  'colourViolet',
  'colourBerry',
  'colourSlate',
];

interface Props {
  readonly value: Colour;
  readonly onChoose: (colour: Colour) => void;
}

/** The palette, each hue with its name. */
export const ColourField = ({ value, onChoose }: Props) => (
  <fieldset class="f swatches">
    <legend>{t('colour')}</legend>
    {names.map((name, i) => (
      <label key={name} title={t(name)}>
        <input
          type="radio"
          name="colour"
          aria-label={t(name)}
          checked={value === i + 1}
          onChange={() => onChoose(i + 1)}
        />
        <i class={`mk c${i + 1}`} />
      </label>
    ))}
  </fieldset>
);
