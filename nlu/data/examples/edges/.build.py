import sys,os,glob,yaml,re
R='/work/main/nlu/data/examples';E=R+'/edges'
norm=lambda s:re.sub(r'\W+',' ',s.lower()).strip()
def load(fn):
    out=[]
    for b in yaml.safe_load(open(fn))['nlu']:
        for l in b.get('examples','').split('\n'):
            if l.startswith('- '): out.append((b['intent'],bool((b.get('metadata') or {}).get('urgent')),l[2:]))
    return out
seen={};mine={}
for fn in glob.glob(R+'/**/*.yml',recursive=True):
    for i,u,m in load(fn):
        seen[norm(m) or m]=(fn,m)
        if fn.startswith(E): mine.setdefault(i,{True:[],False:[]})[u].append(m)
cur=None;n=d=0
for l in sys.stdin:
    l=l.strip()
    if not l: continue
    if l[0]=='@':
        u=l.endswith('!');cur=(l[1:].rstrip('!'),u)
        assert os.path.exists(R+'/plain/'+cur[0]+'.yml'),l
        continue
    k=norm(l) or l
    if k in seen: d+=1;print('DUP',l[:90]);continue
    if re.search(r'\][\(\{]',l): print('ENT',l[:90]);continue
    seen[k]=1;mine.setdefault(cur[0],{True:[],False:[]})[cur[1]].append(l);n+=1
for i,v in mine.items():
    with open(f'{E}/{i}.yml','w') as f:
        f.write('version: "3.1"\nnlu:\n')
        for u in (True,False):
            if v[u]:
                f.write(f'- intent: {i}\n'+('  metadata: {urgent: true}\n' if u else '')+'  examples: |\n'+''.join(f'    - {m}\n' for m in v[u]))
print('added',n,'dups',d,'total',sum(len(x) for v in mine.values() for x in v.values()))
