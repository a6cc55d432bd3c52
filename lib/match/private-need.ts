/** What nobody meant to leave here, and is not kept. */
const shapes: readonly { is: 'secret' | 'address'; shape: RegExp }[] = [
  { is: 'secret', shape: /\b(?:sk|pk|rk|ghp|gho|ghs|ghu|glpat|xox[abprs]|hf|npm|pat|key|token)[-_][A-Za-z0-9_-]{12,}/i },
  { is: 'secret', shape: /\b(?:AKIA|ASIA)[A-Z0-9]{12,}|\bAIza[\w-]{20,}|\beyJ[\w-]{8,}\.[\w-]+/ },
  { is: 'secret', shape: /-----BEGIN|\b(?:password|passwort|passwd|passcode|api[ _-]?key|secret|token)\s*(?:is\b|[:=])\s*\S/i },
  { is: 'secret', shape: /\b(?=[A-Za-z0-9+/_-]*\d)(?=[A-Za-z0-9+/_-]*[A-Za-z])[A-Za-z0-9+/_]{24,}\b|\b[0-9a-f]{32,}\b/i },
  { is: 'secret', shape: /:\/\/[^\s/@]+:[^\s/@]+@/ },
  { is: 'address', shape: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i },
  { is: 'address', shape: /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){4,}[0-9a-f]{0,4}\b/i },
  { is: 'address', shape: /\+?\d(?:[\s().-]?\d){8,}/ },
  {
    is: 'address',
    shape: /\b\d{1,5}[a-z]?,?\s+(?:\p{L}+\s+){1,3}(?:street|st\.|road|rd\.|avenue|ave\.?|lane|drive|square|boulevard|blvd|way|close|court)\b/iu,
  },
  { is: 'address', shape: /(?:straße|strasse|platz|weg|gasse)\s+\d{1,4}\b/iu },
];

/** Why a need must not be stored: it looks like a secret, or like the address of a person or a machine. Null: it may be. */
export function findPrivate(need: string): 'secret' | 'address' | null {
  return shapes.find(({ shape }) => shape.test(need))?.is ?? null;
}
