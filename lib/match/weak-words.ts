/** Words that people ask with, and that say little about what they ask for. PostgreSQL drops most that carry no meaning at all. */
const asking = `
  hey hello hi there please thanks thank help assist assistance find finding look looking search searching need needs want wants wanted would like
  could can might able may should must let get getting got give giving provide provided provides show showing tell know knowing recommend recommended
  recommendation suggest suggestion use using used user users tool tools app application service make making create creating way ways best good great
  better new some any one please specific specifically various different alternative alternatives interested curious wondering question wish working work works information info
  detail details based related via currently trying try sure also just really something anything someone everything thing things m ve re ll d s t`;

const weak = new Set(asking.trim().split(/\s+/));

/** What a weak word keeps of its weight: none would lose needs that are made of nothing else. */
export const weakShare = 0.4;

export const isWeak = (word: string): boolean => weak.has(word);
