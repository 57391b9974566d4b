import { PostHog } from 'posthog-js/dist/module.slim.no-external';
import { posthog as destination } from '../destinations.ts';
import { platformProperties, type Said, type Strange, usageBody } from '../envelope.ts';

/**
 * The SDK as a builder of events and nothing else: no request, no storage, no feature of its own. Found by running it
 * (posthog-js 1.449.2): `advanced_disable_flags` prevents a request at the start, `opt_out_useragent_filter` keeps
 * events of headless browsers, the rate limit would silently drop 197 of 300 events.
 */
const options = {
  api_host: destination.host,
  autocapture: false,
  rageclick: false,
  capture_pageview: false,
  capture_pageleave: false,
  capture_heatmaps: false,
  capture_dead_clicks: false,
  capture_performance: false,
  capture_exceptions: false,
  disable_session_recording: true,
  disable_surveys: true,
  disable_surveys_automatic_display: true,
  disable_web_experiments: true,
  disable_conversations: true,
  disable_product_tours: true,
  disableDeviceModel: true,
  disable_external_dependency_loading: true,
  disable_scroll_properties: true,
  advanced_disable_flags: true,
  advanced_disable_feature_flags: true,
  advanced_disable_toolbar_metrics: true,
  persistence: 'memory',
  disable_persistence: true,
  save_referrer: false,
  save_campaign_params: false,
  person_profiles: 'never',
  request_batching: false,
  disable_compression: true,
  opt_out_useragent_filter: true,
  rate_limiting: { events_per_second: 1000, events_burst_limit: 10_000 },
} as const;

interface Builder {
  readonly fingerprint: string;
  build(said: Said): unknown;
}

function builderFor(fingerprint: string): Builder {
  let built: unknown = null;
  const sdk = new PostHog();
  sdk.init(destination.key, {
    ...options,
    bootstrap: { distinctID: fingerprint },
    // null: the SDK believes the event was dropped and sends nothing
    before_send: (event) => {
      built = event;
      return null;
    },
  });
  return {
    fingerprint,
    build({ name, fields, at, platform }) {
      built = null;
      sdk.capture(name, { ...fields, ...platformProperties(platform) }, { timestamp: new Date(at) });
      // ends the timer of a session that does not exist; the next event is built all the same
      sdk.sessionManager?.destroy();
      return built;
    },
  };
}

let builder: Builder | null = null;

/** The exact bytes of one usage event, as they stand in a batch. */
export function buildUsage(said: Said): { readonly body: string } | Strange {
  if (builder?.fingerprint !== said.fingerprint) builder = builderFor(said.fingerprint);
  return usageBody(builder.build(said), said);
}
