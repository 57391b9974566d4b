/** Stops what is in flight, and lets nothing begin while it is held. */
export class Brake {
  readonly #running = new Set<AbortController>();
  #held = 0;

  /** To be called before consent is read; its signal is tested right before a request. Aborted from the start while held. */
  begin(): AbortController {
    const controller = new AbortController();
    if (this.#held > 0) controller.abort();
    this.#running.add(controller);
    return controller;
  }

  end(controller: AbortController): void {
    this.#running.delete(controller);
  }

  /** @returns what lets go again; not calling it keeps everything stopped for the worker's life. */
  hold(): () => void {
    this.#held += 1;
    for (const controller of this.#running) controller.abort();
    let holding = true;
    return () => {
      if (holding) this.#held -= 1;
      holding = false;
    };
  }
}
