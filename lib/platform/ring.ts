const NOTES = [660, 880] as const;
const SECONDS_A_NOTE = 0.45;
const LOUDNESS = 0.2;

/** Plays the chime and resolves when it has faded. No file, no download: two tones made on the spot. */
export async function ring(): Promise<void> {
  const audio = new AudioContext();
  const last = NOTES.map((frequency, index) => note(audio, frequency, audio.currentTime + index * SECONDS_A_NOTE)).at(
    -1,
  );
  await new Promise<void>((resolve) => {
    if (last) last.onended = () => resolve();
    else resolve();
  });
  await audio.close();
}

function note(audio: AudioContext, frequency: number, start: number): OscillatorNode {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.frequency.value = frequency;
  loudness.gain.setValueAtTime(0, start);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  loudness.gain.exponentialRampToValueAtTime(0.001, start + SECONDS_A_NOTE);
  tone.connect(loudness).connect(audio.destination);
  tone.start(start);
  tone.stop(start + SECONDS_A_NOTE);
  return tone;
}
