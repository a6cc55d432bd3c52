/**
 * How common the stems of lib/compare/stem.ts are: of 100 capabilities that somebody described for this catalogue, so many have one of these
 * in their name, description, inputs or outputs. Counted over the 1,149 of November 2026; what is not listed is in fewer than two. They are
 * constants: a pair of tools is lined up the same way whatever else is listed.
 */
const lines = `
41 model
28 run
24 fil
22 text
21 answ
19 tool
16 prompt serv
15 nam read
14 agent cal list
13 request search
12 cod pag result
11 addres tak work
10 json return token
9 api chat command data default set train
8 ad imag key loc pictur python quer start
7 ask chang com docu keep openai output vect web writ
6 format funct giv http input languag lin mcp memor messag project quest step turn typ
5 also audio build client connect context convers edit embed id limit load markdown object sav schema stor stream task tim valu
4 about act aft al anoth back besid brows built chosen endpoint filt fin find fit follow go googl hand host index let long mak need new nod
4 numb open option paramet part pdf plac plain program repositor respons scor script send shar show sourc stat switch weight word
3 adapt allow anthropic assistant bas batch between cach carr check checkpoint choos clas cloud compar compat complet configur content cost
3 count creat custom dataset descript dock end ent exampl fetch field first fold form ful furth generat get given gpu graph group hold includ
3 instal instruct larg librar link log look low machin match mod next of one pas path point port proces provid put rank reach reason record
3 report retriev sampl say separat servic ses singl smal sta structur support tabl termin trac tun unles vers video whol window workflow
2 accept again against ai among ap approv argu becom bit block branch choic chunk claud codex collect combin component comput contain convert
2 cov cpu csv databas decid definit delet describ disk doc document drop earli er event execut exist export expres extra extract fac fail
2 fast featur few finish flag flow github goe gpus guid head high histor hour html hug insid instead interfac javascript job join label last
2 lat learn leav loop lora map mark merg method mil not ollama openrout opt otherwiz packag parallel pars pattern person pick pipelin plan
2 predict prefix pric pul pydantic quantiz rat readm repeat rest rout row rul scal screenshot second see short similar sit siz speak speech
2 split stdio stop storag styl summar team test togeth transcrib transcript transform tre tru updat url user vari vis vllm wait written yaml`;

const shares: ReadonlyMap<string, number> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [percent, ...stems] = line.split(' ');
      return stems.map((stem) => [stem, Number(percent) / 100] as const);
    }),
);

/** No stem counts as rarer than this: what one or two texts have says little about either. */
const rarest = 0.01;

/** What a shared stem says: nothing where every text has it, most where hardly any does. */
export function weighStem(stem: string): number {
  return Math.log(1 / (shares.get(stem) ?? rarest));
}
