// @ts-nocheck
// Made by scripts/bless.py from the modules here: change those.
function kept(make,most=4000,longest=24){const made=new Map()
return word=>{if(word.length>longest)return make(word)
let found=made.get(word)
if(found===undefined){if(made.size>=most)made.clear()
made.set(word,found=make(word))}
return found}}
const fold=kept(text=>text.replace(/[đĐðÐ]/g,"d").normalize("NFD").replace(/\p{M}/gu,"").toLowerCase().replace(/ß/g,"ss").replace(/ς/g,"σ"))
const TONES={"\u0300":"1","\u0301":"2","\u0309":"3","\u0303":"4","\u0323":"5"}
const MARKS=["","\u0300","\u0301","\u0309","\u0303","\u0323"]
const exact=kept(word=>{let tone="",kept=""
for(const char of word.toLowerCase().normalize("NFD")){if(TONES[char])tone=TONES[char]
else kept+=char}
return kept.normalize("NFC")+tone})
function agrees(typed,told){const tone=(one)=>/[1-5]$/.exec(one)?.[0]??""
const a=[...typed.replace(/[1-5]$/,"")],b=[...told.replace(/[1-5]$/,"")]
return(!tone(typed)||tone(typed)===tone(told))&&a.length===b.length&&a.every((letter,n)=>letter===b[n]||letter===fold(b[n]))}
const begins=(typed,told)=>agrees(typed,told.slice(0,typed.replace(/[1-5]$/,"").length)+(/[1-5]$/.exec(told)?.[0]??""))
function written(told){const tone=/[1-5]$/.test(told)&&!/^\d+$/.test(told)?told.slice(-1):""
if(!tone)return told
const letters=[...told.slice(0,-1)]
const bearer=placeOfTone(letters.join(""),letters)
if(bearer<0)return letters.join("")
letters[bearer]=(letters[bearer]+MARKS[Number(tone)]).normalize("NFC")
return letters.join("")}
function placeOfTone(word,letters){const marked=letters.findLastIndex(one=>"âăêôơư".includes(one))
if(marked>=0)return marked
const start=/^(qu|gi(?=[aeiouy]))/.test(word)?2:0
const vowels=letters.flatMap((one,place)=>place>=start&&"aeiouy".includes(one)?[place]:[])
if(vowels.length<2)return vowels[0]??letters.findIndex(one=>"aeiouy".includes(one))
const closed=/[^aeiouy]$/.test(word)
return vowels.length>2||closed?vowels[1]:vowels[0]}
const words=text=>text.normalize("NFC").match(/[\p{L}\p{M}]+|\p{Nd}+/gu)??[]
function crc32(word){let sum=-1
for(const byte of new TextEncoder().encode(word)){sum^=byte
for(let bit=0;bit<8;bit++)sum=sum&1?sum>>>1^0xedb88320:sum>>>1}
return~sum>>>0}
const ID=5
function varint(bytes,place){let value=0
for(let shift=0;shift<35;shift+=7){if(place.at>=bytes.length)throw new RangeError("tệp chỉ mục bị cắt")
const byte=bytes[place.at++]
value+=(byte&127)*2**shift
if(byte<128)return value}
throw new RangeError("số quá lớn trong chỉ mục")}
function slice(bytes,from,length){if(from+length>bytes.length)throw new RangeError("tệp chỉ mục bị cắt")
return bytes.subarray(from,from+length)}
function readChunk(bytes){const place={at:ID}
const lengths=[varint(bytes,place),varint(bytes,place),varint(bytes,place)]
const names=new TextDecoder().decode(slice(bytes,place.at,lengths[0]))
const counts=slice(bytes,place.at+lengths[0],lengths[1])
const steps=slice(bytes,place.at+lengths[0]+lengths[1],lengths[2])
const weights=bytes.subarray(place.at+lengths[0]+lengths[1]+lengths[2])
const groups=new Map()
let first=0
for(const line of names?names.split("\n"):[]){const[word,spellings,followers]=line.split("\t")
if(followers===undefined)throw new Error("tệp chỉ mục hỏng")
const then=first+namesIn(spellings)
groups.set(word,{spellings,followers,first,then})
first=then+namesIn(followers)}
const{stepAt,weightAt}=boundsOf(first,counts,steps,weights)
const listed=n=>{const count=weightAt[n+1]-weightAt[n],own=weights.subarray(weightAt[n],weightAt[n+1])
const pages=(room)=>pagesOf(steps,stepAt[n],count,room)
return{count,weights:own,pages,read:()=>({pages:pages(new Uint32Array(count)),weights:own})}}
return{get(word){const told=groups.get(word)
return told&&{spellings:new Map(namesOf(told.spellings).map((name,n)=>[name,listed(told.first+n)])),followers:followersOf(told.followers,n=>listed(told.then+n)),}},}}
function boundsOf(lists,counts,steps,weights){const stepAt=new Uint32Array(lists),weightAt=new Uint32Array(lists+1)
const at={at:0}
let step=0,weight=0
for(let n=0;n<lists;n++){const count=varint(counts,at)
stepAt[n]=step
for(let left=count;left>0;step++){if(step>=steps.length)throw new RangeError("tệp chỉ mục bị cắt")
if(steps[step]<128)left--}
weight+=count
weightAt[n+1]=weight}
if(weight>weights.length)throw new RangeError("tệp chỉ mục bị cắt")
return{stepAt,weightAt}}
const namesOf=told=>told?told.split(" "):[]
function namesIn(told,end=told.length){let count=end&&1
for(let at=0;at<end;at++)if(told.charCodeAt(at)===32)count++
return count}
function followersOf(told,listed){return{get(name){const at=` ${told} `.indexOf(` ${name} `)
return at<0||!told?undefined:listed(at&&namesIn(told,at-1))},from:prefix=>namesOf(told).flatMap((name,n)=>name.startsWith(prefix)?[[name,listed(n)]]:[]),}}
function pagesOf(steps,from,count,room){for(let n=0,at=from,page=0;n<count;n++){let byte=steps[at++]
page+=byte&127
for(let shift=7;byte>127;shift+=7){byte=steps[at++]
page+=(byte&127)<<shift}
room[n]=page}
return room}
function readHead(bytes){const length=new DataView(bytes.buffer,bytes.byteOffset,bytes.byteLength).getUint32(0,true)
const told=JSON.parse(new TextDecoder().decode(slice(bytes,4,length)))
if(told.format!==1)throw new Error(`chỉ mục ở dạng ${told.format}`)
let at=4+length
const columns={}
for(const[name,size]of told.columns){columns[name]=slice(bytes,at,size)
at+=size}
return{...told,columns}}
const readJson=bytes=>JSON.parse(new TextDecoder().decode(bytes.subarray(ID)))
function readRows(bytes){if(bytes[ID]!==91||bytes.at(-1)!==93)throw new RangeError("tệp chỉ mục bị cắt")
return n=>{let from=ID+1
for(;n>0&&from>0;n--)from=bytes.indexOf(10,from)+1
const next=bytes.indexOf(10,from)
const row=from&&new TextDecoder().decode(bytes.subarray(from,next<0?-1:next-1))
return row?JSON.parse(row):null}}
const KEPT=48e6
const HEAD="assets/search/index.bin"
const loadFrom=root=>async(path,again)=>{const answer=await fetch(new URL(path,root),{cache:again?"reload":"default"})
if(!answer.ok)throw new Error(`${answer.status} ${path}`)
return answer.arrayBuffer()}
async function unpack(packed){const bytes=new Uint8Array(packed)
if(bytes[0]!==0x1f||bytes[1]!==0x8b)return bytes
const{readable,writable}=new DecompressionStream("gzip")
const writer=writable.getWriter()
writer.write(bytes).then(()=>writer.close()).catch(()=>{})
const parts=[]
for(const reader=readable.getReader();;){const{done,value}=await reader.read()
if(done)break
parts.push(value)}
const whole=new Uint8Array(parts.reduce((sum,one)=>sum+one.length,0))
parts.reduce((at,one)=>(whole.set(one,at),at+one.length),0)
return whole}
function storeOf(head,load){const files=head.columns.files
const names=[]
for(let at=0;at+ID<=files.length;at+=ID)
names.push(Array.from(files.subarray(at,at+ID),byte=>byte.toString(16).padStart(2,"0")).join(""))
const big=new Map()
const kept=new Map()
let weight=0
const failed=new Set()
let free=head.buckets
for(const[word,told]of Object.entries(head.big)){const starts=told?told.split(" "):[]
big.set(word,{first:free,starts})
free+=1+starts.length}
const cards=free,facets=names.length-1
if(facets-cards===1)void file(cards,readRows,new Set(),"")
async function fetched(place,read,again=false){const name=names[place]
const bytes=await unpack(await load(`assets/search/${name}.bin`,again))
const own=Array.from(bytes.subarray(0,ID),byte=>byte.toString(16).padStart(2,"0")).join("")
if(own!==name)throw new Error(`${name}: tệp của bản khác`)
const made=read(bytes)
weight+=bytes.length
return{made,bytes:bytes.length}}
async function file(place,read,missing,part){let asked=kept.get(place)
if(asked)kept.delete(place)
else{asked=fetched(place,read).catch(()=>fetched(place,read,true))
asked.catch(()=>failed.add(place))}
kept.set(place,asked)
try{return(await asked).made}catch{missing.add(part)
return null}}
function placeOf(word,follower){const own=big.get(word)
if(!own)return crc32(word)&head.buckets-1
let at=0
while(follower!==undefined&&at<own.starts.length&&own.starts[at]<=follower)at++
return own.first+at}
return{names,placeOf,async forget(){for(const place of failed)kept.delete(place)
failed.clear()
for(const[place,asked]of weight>KEPT?[...kept]:[]){if(weight<=KEPT)break
const one=await asked.catch(()=>null)
if(one&&kept.delete(place))weight-=one.bytes}},isHere:place=>kept.has(place),async group(word,follower,missing){const found=await file(placeOf(word,follower),readChunk,missing,"một phần mục từ")
return found?.get(word)??null},async beginning(word,prefix,most,missing){const first=placeOf(word,prefix),last=placeOf(word,`${prefix}\uffff`)
const places=Array.from({length:Math.min(most,last-first+1)},(_,n)=>first+n)
const found=await Promise.all(places.map(one=>file(one,readChunk,missing,"một phần mục từ")))
return found.flatMap(one=>one?.get(word)?.followers.from(prefix)??[])},async card(page,missing){const row=await file(cards+Math.floor(page/head.cards),readRows,missing,"tên của một số trang")
return row?.(page%head.cards)??null},facets:missing=>file(facets,readJson,missing,"các bộ lọc"),}}
async function loadHead(load,again){return readHead(await unpack(await load(HEAD,again)))}
const FREE=new Set("adeou")
function lexiconOf(head){const all=head.words?head.words.split(" "):[]
const place=new Map(all.map((word,at)=>[word,at]))
const told=head.spellings.split(" ").map(one=>one.split(","))
const starts=new Uint32Array(all.length+1)
told.forEach((one,at)=>{if(at<all.length)starts[at+1]=starts[at]+one.length})
const counts=head.columns.counts
const counted=(at)=>Math.round(2**(counts[at]/16))
const total=Float64Array.from(all,(_,at)=>{let sum=0
for(let n=starts[at];n<starts[at+1];n++)sum+=counted(n)
return Math.min(head.pages,sum)})
function spellings(f){const at=place.get(f)
if(at===undefined)return[]
return told[at].map((one,n)=>({told:unpacked(f,one),count:counted(starts[at]+n)}))}
const count=f=>{const at=place.get(f)
return at===undefined?0:total[at]}
function usual(f){const[best]=spellings(f).sort((a,b)=>b.count-a.count)
return best?.told??f}
function lower(prefix){let low=0,high=all.length
while(low<high){const middle=low+high>>1
if(all[middle]<prefix)low=middle+1
else high=middle}
return low}
function beginning(prefix,most){const found=[]
for(let at=lower(prefix);at<all.length&&all[at].startsWith(prefix);at++)found.push(at)
return found.sort((a,b)=>total[b]-total[a]).slice(0,most).map(at=>all[at])}
function near(word){const found=[]
const n=word.length
for(let at=0;at<all.length;at++){const other=all[at],m=other.length
if(m-n>1||n-m>1||other===word)continue
let front=0
while(front<n&&front<m&&word[front]===other[front])front++
let back=0
while(back<n-front&&back<m-front&&word[n-1-back]===other[m-1-back])back++
const a=n-front-back,b=m-front-back
if(a<=1&&b<=1||a===2&&b===2&&word[front]===other[front+1]&&word[front+1]===other[front])
found.push(at)}
return found.sort((a,b)=>total[b]-total[a]).map(at=>all[at])}
function split(run){const best=[{cost:0,from:0}]
for(let end=1;end<=run.length;end++)
for(let from=Math.max(0,end-7);from<end;from++){const before=best[from],word=run.slice(from,end)
const often=before&&(word.length>1||word==="o"||word==="y")?count(word):0
if(!often)continue
const cost=before.cost+3+Math.log2((head.pages+1)/often)
if(!best[end]||cost<best[end].cost)best[end]={cost,from}}
const made=[]
for(let end=run.length;end>0&&best[end];end=best[end].from)made.unshift(run.slice(best[end].from,end))
return made.length>1&&made.join("")===run?made:[]}
return{words:all,has:(f)=>place.has(f),count,spellings,usual,beginning,near,split}}
function unpacked(f,told){if(told==="")return f
if(told[0]==="=")return told.slice(1)
const marks=[...told]
let made=""
for(const letter of f)made+=FREE.has(letter)?marks.shift()??letter:letter
return made+marks.join("")}
const TELEX={f:"1",s:"2",r:"3",x:"4",j:"5"}
const VNI={1:"2",2:"1",3:"3",4:"4",5:"5"}
const HAT={a:"â",e:"ê",o:"ô"}
function typedKeys(typed,vni){const given=exact(typed)
let tone=/^\D+[1-5]$/.test(given)&&!/\d$/.test(typed)?given.slice(-1):""
const made=[]
let keys=0
for(const key of tone?given.slice(0,-1):given){const voiced=made.some(one=>"aeiouyâăêôơư".includes(one))
const done=vni?applyVni(made,key,voiced):applyTelex(made,key,voiced)
if(done===false)made.push(key)
else{keys++
if(done!==true)tone=done}}
return keys?{x:made.join("")+tone,keys}:null}
function applyTelex(made,key,voiced){if(voiced&&TELEX[key])return TELEX[key]
if(voiced&&key==="z")return""
if(key==="w")return horn(made)||made.push("ư")>0
if(key==="d"&&made[0]==="d")return change(made,"d","đ")
if(key in HAT&&made.at(-1)===key)return change(made,key,HAT[(key)])
if(key in HAT&&voiced&&made.includes(key)&&!"aeiouy".includes(made.at(-1)??""))
return change(made,key,HAT[(key)])
return false}
function applyVni(made,key,voiced){if(VNI[key])return voiced&&VNI[key]
if(key==="6")return["a","e","o"].some(one=>change(made,one,HAT[(one)]))
if(key==="7")return horn(made)
if(key==="8")return change(made,"a","ă")
if(key==="9")return change(made,"d","đ")
return false}
function horn(made){const o=made.lastIndexOf("o")
if(o>0&&"uư".includes(made[o-1])&&made[o-2]!=="q"){made[o-1]="ư"
made[o]="ơ"
return true}
if(made.at(-1)==="o"&&made.at(-2)==="ư")return change(made,"o","ơ")
const place=made.findLastIndex(one=>"aou".includes(one))
if(place<0)return false
made[place]={a:"ă",o:"ơ",u:"ư"}[(made[place])]
return true}
function change(made,from,to){const place=made.lastIndexOf(from)
if(place>=0)made[place]=to
return place>=0}
function meantByKeys(lexicon,typed){const vni=/\d/.test(typed)
const found=typedKeys(typed,vni)
if(!found)return null
const f=fold(found.x.replace(/[1-5]$/,""))
if(!lexicon.has(f))return null
const tone=/[1-5]$/.exec(found.x)?.[0]??""
const known=lexicon.spellings(f)
const same=known.find(one=>one.told===found.x)??known.filter(one=>tone&&one.told.endsWith(tone)).sort((a,b)=>b.count-a.count)[0]
return{f,x:same?.told??null,weight:same?0.95:0.85,kind:vni?"vni":"telex"}}
const LONGEST=300
const MOST=40
const IN_NUMBER=/(\p{N}|\/\s*[\p{L}\p{N}]+)\s*$/u
const PHRASE=/"([^"]*)"|«([^»]*)»|“([^”]*)”/gu
function ask(query){const text=query.slice(0,LONGEST).normalize("NFC")
const found=[]
const without=[]
let phrase=0,at=0
for(const quoted of text.matchAll(PHRASE)){plain(text.slice(at,quoted.index),found,without)
read(quoted[1]??quoted[2]??quoted[3],++phrase,found)
at=quoted.index+quoted[0].length}
plain(text.slice(at),found,without)
if(found.some(one=>one.marked))for(const one of found)one.marked=true
return{words:found,without:without.slice(0,8),open:/[\p{L}\p{M}\p{N}]$/u.test(text)}}
function plain(text,found,without){let at=0
for(const left of text.matchAll(/(^|\s)-([\p{L}\p{M}]+)(?=\s|$)/gu)){const before=text.slice(0,left.index)
if(IN_NUMBER.test(before)||!/[\p{L}\p{N}]/u.test(before)&&!found.length)continue
read(text.slice(at,left.index),0,found)
without.push(left[2].toLowerCase())
at=left.index+left[0].length}
read(text.slice(at),0,found)}
function read(text,phrase,found){for(const[typed]of text.matchAll(/[\p{L}\p{M}\p{Nd}]+/gu)){const run=typed.toLowerCase(),caps=run.length>1&&typed===typed.toUpperCase()
words(run).forEach((o,place)=>found.push({...wordOf(o,place>0,run,phrase),caps}))}}
function wordOf(o,glued=false,run=o,phrase=0){const f=fold(o),x=exact(o)
return{o,f,x,marked:f!==x,glued,run,phrase}}
const UNITS=["phan","chuong","muc","dieu","khoan","diem","gach"]
const ROMAN=/^[ivxl]+$/
function pinpoint(asked){const steps=[]
let from=asked.length,to=0
for(let n=0;n+1<asked.length;n++){const two=asked[n].f==="phu"&&asked[n+1].f==="luc"
const unit=two?"phu-luc":UNITS.includes(asked[n].f)?asked[n].f:""
let next=two?n+2:n+1
const told=asked[next]?.f??""
if(!unit||!(/^\d{1,3}$/.test(told)||ROMAN.test(told)||unit==="diem"&&/^[a-z]$/.test(told)))continue
let step=`${unit}-${told}`
if(unit==="muc")
while(asked[next+1]?.glued===false&&/^\d{1,2}$|^[a-z]$/.test(asked[next+1].f)&&ROMAN.test(told)&&steps.length<6)step+=`.${asked[++next].f}`
steps.push({unit,step})
from=Math.min(from,n)
to=next+1
n=next}
const order=["phu-luc",...UNITS]
steps.sort((a,b)=>order.indexOf(a.unit)-order.indexOf(b.unit))
return steps.length?{steps:steps.flatMap(one=>one.step.split(".")),from,to}:null}
function numbered(asked,letters,types,aside){const found=[]
asked.forEach((one,place)=>{if(!/^\d{1,9}$/.test(one.f)||aside&&place>=aside.from&&place<aside.to)return
let to=place+1
const given=[]
for(;to<asked.length&&given.length<6;to++){const parts=/^\d{1,4}$/.test(asked[to].f)?[asked[to].f]:cut(asked[to].f,letters)
if(!parts.length)break
given.push(...parts)}
let from=place
if(asked[from-1]?.f==="so")from--
const name=`${asked[from - 2]?.f} ${asked[from - 1]?.f}`
const short=types[name]
const before=cut(asked[from-1]?.f??"",letters)
if(short)given.unshift(...given.includes(short)?[]:[short])
else given.unshift(...before)
if(short)from-=2
else if(before.length)from--
const alone=asked.length===to-from
if(!alone&&!given.some(part=>!/^\d+$/.test(part)))return
const told={type:short?name:"",from,to}
const year=/^(\d+)((?:19|20)\d\d)$/.exec(one.f)
if(one.f.length<6)found.push({first:one.f.replace(/^0+(?=\d)/,""),letters:given,...told})
if(year)found.push({first:year[1].replace(/^0+(?=\d)/,""),letters:[year[2],...given],...told})})
return found}
function cut(run,letters){if(!run||/\d/.test(run))return[]
if(letters.has(run))return[run]
for(let end=run.length-1;end>1;end--)
if(letters.has(run.slice(0,end))){const rest=cut(run.slice(end),letters)
if(rest.length)return[run.slice(0,end),...rest]}
return[]}
function fits(label,given){const parts=label.split("-")
const joined=parts.join(""),asked=given.join("")
return given.every(one=>parts.includes(one))||joined.startsWith(asked)||asked.length>2&&joined.includes(asked)}
function day(query){const text=fold(query)
const full=/(?:^|\D)(\d{1,2})\s*(?:[/.-]|thang)\s*(\d{1,2})\s*(?:[/.-]|nam)\s*((?:19|20)\d\d)(?!\d)/.exec(text)
const iso=/(?:^|\D)((?:19|20)\d\d)-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/.exec(text)
const month=/(?:thang\s*)?(?:^|\D)(\d{1,2})\s*(?:[/.]|nam)\s*((?:19|20)\d\d)(?!\d)/.exec(text)
const two=(one)=>one.padStart(2,"0")
if(full)return{year:full[3],rest:`${two(full[2])}-${two(full[1])}`}
if(iso)return{year:iso[1],rest:iso[3]?`${two(iso[2])}-${two(iso[3])}`:two(iso[2])}
return month?{year:month[2],rest:two(month[1])}:null}
const TITLE=128
const CANDIDATES=200
const ALL=0.999
const rarity=(pages,count)=>Math.log(1+(pages-count+0.5)/(count+0.5))
function roomFor(pages){const column=()=>new Float32Array(pages)
return{pages,at:new Uint32Array(pages),cover:column(),here:column(),titled:column(),fit:column(),touched:new Uint32Array(pages),slot:new Uint8Array(pages),bins:new Float32Array(CANDIDATES*32),done:new Int32Array(CANDIDATES),}}
let room=roomFor(0)
function layer(pages,positions,pairs,titles){if(room.pages!==pages)room=roomFor(pages)
const score=new Float32Array(pages),inTitle=new Float32Array(pages)
const sum=byWords(score,inTitle,positions,pairs,room)
for(const pair of pairs)byPair(score,pair,room)
const{cover}=room
const asked=positions.length||1
let full=0,answered=false
for(let page=0;page<pages;page++){if(!score[page])continue
const covered=Math.min(1,cover[page]/(sum||1))
const share=inTitle[page]/Math.max(asked,Math.min(titles[page],asked*3))
score[page]=(score[page]+sum*(1.2*share*share+0.5*inTitle[page]/asked))*covered*covered
cover[page]=covered
inTitle[page]/=asked
if(cover[page]<=ALL)continue
full++
answered||=inTitle[page]>0.6}
if(pairs.length>1)inARow(score,pairs,room)
return{score,titled:inTitle,sum,full,answered}}
function byWords(score,inTitle,positions,pairs,room){const{cover,here,titled,fit,touched}=room
cover.fill(0)
let sum=0
positions.forEach((position,n)=>{let met=0
for(const{list,rarity,factor}of position.given)met=take(list,rarity*factor,factor,4,met,room)
if(position.through)
for(const pair of[pairs[n-1],pairs[n]])
for(const{list,factor}of pair??[])met=take(list,position.rarity*factor,factor,5,met,room)
const weight=position.optional?position.rarity*0.1:position.rarity
sum+=weight
for(let n=0;n<met;n++){const page=touched[n],found=here[page]
score[page]+=position.optional?found*0.5:found
cover[page]+=weight*Math.min(1,0.6+0.5*fit[page])
inTitle[page]+=titled[page]
here[page]=titled[page]=fit[page]=0}})
return sum}
function take(list,worth,factor,shift,met,{at,here,titled,fit,touched}){const most=shift===4?8:4
const{count,weights}=list
list.pages(at)
for(let n=0;n<count;n++){const page=at[n],weight=weights[n]
const found=worth*(0.25+(weight>>shift&most-1)/most)
if(!here[page])touched[met++]=page
if(found>here[page])here[page]=found
if(factor>fit[page])fit[page]=factor
if(weight&TITLE&&factor>titled[page])titled[page]=factor}
return met}
function byPair(score,pair,{at,here,touched}){let met=0
for(const{list,rarity,factor}of pair){const{count,weights}=list
list.pages(at)
for(let n=0;n<count;n++){const page=at[n],weight=weights[n]
const found=rarity*factor*(0.3+(weight>>5&3)/4)*(weight&TITLE?1.6:1)
if(!here[page])touched[met++]=page
if(found>here[page])here[page]=found}}
for(let n=0;n<met;n++){score[touched[n]]+=here[touched[n]]
here[touched[n]]=0}}
function inARow(score,pairs,{at,slot,bins,done,cover}){const candidates=best(score,CANDIDATES)
slot.fill(0)
bins.fill(0)
candidates.forEach((page,place)=>{slot[page]=place+1})
pairs.forEach((pair,n)=>{done.fill(0)
for(const{list,alone,factor}of pair){const{count,weights}=list
list.pages(at)
for(let m=0;m<count;m++){const place=slot[at[m]]-1
if(!(place>=0))continue
const bin=(weights[m]&31)-n&31
if(!(done[place]&1<<bin))bins[place*32+bin]+=alone*factor
done[place]|=1<<bin}}})
const loosely=pairs.length>5?0.4:0.8
candidates.forEach((page,place)=>{let most=0
for(let bin=0;bin<32;bin++)
most=Math.max(most,bins[place*32+bin]+loosely*bins[place*32+(bin+1&31)])
score[page]+=most*cover[page]})}
function placeIn(pages,page){let low=0,high=pages.length-1
while(low<=high){const middle=low+high>>1
if(pages[middle]===page)return middle
if(pages[middle]<page)low=middle+1
else high=middle-1}
return-1}
function best(score,most){const heap=[]
let least=0
for(let page=0;page<score.length;page++){const one=score[page]
if(one<=least)continue
let at=heap.length
if(at<most)heap.push(page)
else at--
while(at>0&&score[heap[at-1]]<one){heap[at]=heap[at-1]
at--}
heap[at]=page
if(heap.length===most)least=score[heap[most-1]]}
return heap}
const JOINT=/^(?:\s+|\s?[-‐–/]\s?)$/
const BESIDE="script, style, textarea, mark, nav, button, [data-search-exclude]"
const NUMBERED=/\p{Nd}[\p{Nd}\p{L}]*\s*[-‐–/]\s*\p{L}/u
const PIECE=/[\p{L}\p{M}]+|\p{Nd}+|[^\p{L}\p{M}\p{Nd}]+/gu
function parts(text,sought){const made=[]
let gap=""
for(const[piece]of text.normalize("NFC").matchAll(PIECE)){const last=made.at(-1)
if(last?.hit&&!gap&&JOINT.test(piece))gap=piece
else if(isHit(piece,sought)){if(last?.hit&&gap)last.text+=gap+piece
else if(last?.hit)last.text+=piece
else made.push({text:piece,hit:true})
gap=""}else{if(last&&!last.hit)last.text+=piece
else made.push({text:gap+piece,hit:false})
gap=""}}
if(gap)made.push({text:gap,hit:false})
return made}
function isHit(piece,sought){const f=fold(piece)
return sought.some(one=>one.f===f&&(one.x===null||one.x===f||one.x===exact(piece)))}
function around(text,sought,length){const pieces=[...text.normalize("NFC").matchAll(PIECE)].map(one=>({at:one.index,text:one[0]}))
const hits=pieces.filter(one=>isHit(one.text,sought))
let best={score:-1,at:0}
hits.forEach((first,n)=>{const met=new Set()
for(let m=n;m<hits.length&&hits[m].at<first.at+length*0.8;m++)met.add(fold(hits[m].text))
if(met.size>best.score)best={score:met.size,at:first.at}})
const plain=text.normalize("NFC")
const from=beginning(plain,best.at,length)
let to=Math.min(plain.length,from+length)
if(to<plain.length)to=Math.max(from+1,plain.lastIndexOf(" ",to))
const made=parts(plain.slice(from,to),sought)
if(from>0)made.unshift({text:"… ",hit:false})
if(to<plain.length)made.push({text:" …",hit:false})
return made}
function beginning(text,hit,length){const earliest=hit-Math.round(length*0.4)
if(earliest<=0)return 0
const sentence=Math.max(...[". ","· ","; ",": "].map(end=>text.lastIndexOf(end,hit-2)))
return sentence>=earliest?sentence+2:text.indexOf(" ",hit-Math.round(length*0.2))+1}
function mark(root,sought,query){const walker=document.createTreeWalker(root,NodeFilter.SHOW_TEXT)
const texts=[]
while(walker.nextNode())
if(!walker.currentNode.parentElement?.closest(BESIDE))texts.push((walker.currentNode))
const all=texts.map(text=>({text,found:parts(text.data,sought)})).filter(one=>one.found.some(part=>part.hit))
const isWhole=(one)=>one.hit&&NUMBERED.test(one.text)
if(NUMBERED.test(query)&&all.some(one=>one.found.some(isWhole)))
for(const{found}of all)for(const one of found)one.hit=isWhole(one)
let count=0
for(const{text,found}of all){if(!found.some(one=>one.hit))continue
text.replaceWith(...found.map(one=>{if(!one.hit)return one.text
count++
const made=document.createElement("mark")
made.textContent=one.text
return made}))}
return count}
const LENGTH=220
const BLOCK="p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, blockquote, pre, figcaption, caption, summary, div, section, article, main, body"
const TITLES="h1, h2, h3, h4, h5, h6"
const APART="nav, header, aside, script, style, template, svg, [hidden], [aria-hidden=true], [data-search-exclude],"
+" .headerlink, .sources, .section:has(> #lien-quan)"
async function snippet(found,sought,signal){if(found.url.startsWith("file:"))return found.summaryParts
try{const answer=await fetch(found.url,{signal})
if(!answer.ok)return found.summaryParts
const page=new DOMParser().parseFromString(await answer.text(),"text/html")
const text=page.querySelector("article")??page.querySelector("main")??page.body
const place=found.clause&&page.getElementById(found.clause.id)
if(place&&text.contains(place))return parts(opening(textOf(text,place)),sought)
const whole=textOf(text)
return whole?around(whole,sought,LENGTH):found.summaryParts}catch(fault){if(signal?.aborted)throw fault
return found.summaryParts}}
const opening=text=>text.length>LENGTH?`${text.slice(0, text.lastIndexOf(" ", LENGTH))} …`:text
function textOf(root,from){const walker=root.ownerDocument.createTreeWalker(root,NodeFilter.SHOW_TEXT)
const blocks=[]
let last=null
while(walker.nextNode()){const text=(walker.currentNode)
const parent=text.parentElement
if(!parent||parent.closest(APART))continue
if(from&&(!(from.compareDocumentPosition(text)&Node.DOCUMENT_POSITION_FOLLOWING)||from.matches(TITLES)&&from.contains(text)))continue
const block=parent.closest(BLOCK)
if(block!==last)blocks.push("")
last=block
blocks[blocks.length-1]+=text.previousSibling?.nodeName==="BR"?` ${text.data}`:text.data}
let made=""
for(const block of blocks){const told=block.replace(/\s+/g," ").trim()
if(told)made+=made?(/[.!?…:;,]$/.test(made)?" ":" · ")+told:told}
return made}
function openedFrom(head,load){return Object.freeze({head,lexicon:lexiconOf(head),store:storeOf(head,load),letters:new Set(head.letters?head.letters.split(" "):[]),synonyms:synonymsOf(head),})}
function synonymsOf(head){const made=new Map()
for(const group of head.synonyms)
for(const one of group){const key=words(fold(one)).join(" ")
made.set(key,[...made.get(key)??[],...group.filter(other=>other!==one)])}
return made}
const ASKING="gì nào ai đâu sao mấy bao nhiêu thế chưa hả ư vậy hỏi"
const JOINING="là có không được bị thì mà và của cho các những một với để ở như này đó kia cũng vẫn còn đã đang sẽ phải cần muốn xin"
+" tôi em mình chúng ta ạ về khi nếu hay hoặc rồi lại ra vào lên hiện nay trên trong làm hết"
const PLAIN="gi nao ai dau sao nhieu khong duoc la va cua cho cac nhung voi nhu thi"
const exactly=(text)=>new Set(text.split(" ").map(exact))
const ASKED=exactly(ASKING),JOINED=exactly(JOINING),BARE=new Set(PLAIN.split(" "))
const isSmall=({f,x,marked,phrase})=>!phrase&&(marked?ASKED.has(x)||JOINED.has(x):BARE.has(f))
const isQuestion=typed=>typed.length>1&&typed.some(({f,x,marked},n)=>(marked?ASKED.has(x):["gi","nao","sao","ai"].includes(f))||n&&f===fold("không")&&n===typed.length-1)
const as=(one,weight)=>({f:one.f,x:one.marked?one.x:null,weight,kind:null})
const counts=({lexicon},one)=>Math.max(0,...one.means.map(meaning=>lexicon.count(meaning.f)))
function keysUndone(opened,typed){const made=[]
let keyed=false
for(const one of typed){if(one.glued&&keyed)continue
const keys=one.glued||one.run===one.o?null:vniOf(opened,one,typed)
keyed=keys!==null
made.push(keys?{...one,o:one.run,f:keys.f,keys}:one)}
return made.slice(0,MOST)}
function vniOf({lexicon,letters},{o,run},typed){if(!/^\p{L}/u.test(run)||/\d{3}|0/.test(run)||(run.match(/[1-5]/g)??[]).length>1)return null
const numbers=typed.filter(other=>!other.glued&&/\p{L}\d/u.test(other.run)).length
if(numbers===1&&/^(muc|dieu|khoan|diem|phan|chuong|quy|thang|nam|lop|khoa|so|cum|ky)\d+$/.test(run))return null
const meant=meantByKeys(lexicon,run)
return meant&&(meant.x||!letters.has(fold(o)))?meant:null}
function understood(opened,typed,open,literal,named=[]){const made=[]
const itself=new Set(named.filter(one=>one.letters.length).flatMap(one=>typed.slice(one.from,one.to)))
typed.forEach((one,n)=>{if(/^\d+$/.test(one.f)||literal||itself.has(one))return made.push({...one,means:[as(one,1)]})
const found=meanings(opened,one,open&&n===typed.length-1)
if(found.length||!made.length||!opened.lexicon.has(made[made.length-1].f+one.f))
return made.push(...found.length?found:[{...one,means:[]}])
const joined=made[made.length-1]
joined.means=[{f:joined.f+one.f,x:null,weight:0.9,kind:"spaces"}]})
const small=made.map(isSmall)
return small.every(Boolean)?made:made.map((one,n)=>small[n]?{...one,small:true}:one)}
function meanings({lexicon,synonyms},one,last){if(one.keys)return[{...one,means:[one.keys]}]
const keys=meantByKeys(lexicon,one.o)
const known=lexicon.has(one.f)
if(keys&&(!known||lexicon.count(one.f)*20<lexicon.count(keys.f)))
return[{...one,means:[keys,...known?[as(one,0.5)]:[]]}]
const other=otherwise(one)
const has=other&&(/\d/.test(other.f)||lexicon.has(other.f))
if(known||has)return[{...one,means:[as(one,1),...has?[other]:[]]}]
if(last&&lexicon.beginning(one.f,1).length)return[{...one,means:[]}]
if(synonyms.has(one.f)||!/[aeiouy]/.test(one.f))return[]
const near=lexicon.near(one.f).slice(0,6)
const pieces=one.f.length>3&&!near.some(other=>lexicon.count(other)>2)?lexicon.split(one.f):[]
if(pieces.length)
return pieces.map((piece,n)=>({...wordOf(piece,n>0),phrase:one.phrase,means:[{f:piece,x:null,weight:0.9,kind:"spaces"}]}))
return near.length?[{...one,means:near.map((f,rank)=>({f,x:null,weight:0.7-rank*0.02,kind:"correction"}))}]:[]}
function otherwise({f,x,marked}){const digit=["hai","ba","bôn2","sau2","bay3","tam2","chin2"].indexOf(x)+2
if(digit>1&&(marked||f==="hai"))return{f:String(digit),x:null,weight:0.8,kind:null}
if(!/^(h|k|l|m|s|t|qu)[iy]$/.test(f))return null
const swapped=(word)=>word.replace(/[iy](?=\d?$)/,letter=>letter==="i"?"y":"i")
return{f:swapped(f),x:marked?swapped(x):null,weight:0.97,kind:null}}
async function complete({lexicon,store},asked,missing){const last=asked.at(-1)
if(!last||/^\d/.test(last.f)||last.phrase)return
const begun=last.begun=last.means[0]?.kind==="telex"?last.means[0].f:last.f
const before=asked.at(-2)?.means[0]?.f
let found=before?await store.beginning(before,begun,2,missing):[]
const whole=found.some(([name])=>name===begun)||!found.length
const meant=last.means[0]?.x
const known=last.means.length>0&&(!meant||lexicon.spellings(last.f).some(one=>one.told===meant))
if(known&&!whole)for(const one of last.means)one.weight*=0.6
found=found.filter(([name])=>name!==begun).sort((a,b)=>b[1].count-a[1].count)
const weight=known&&whole?0.42:0.85
if(found.length)last.after={lists:found,weight}
const names=found.length||known?found.slice(0,3).map(([name])=>name):lexicon.beginning(begun,6)
for(const f of names)last.means.push({f,x:null,weight:f===begun?0.5:weight,kind:null})
if(!last.means.length){const keys=meantByKeys(lexicon,last.o)
last.means.push(...keys?[keys]:lexicon.near(last.f).slice(0,5).map(f=>({f,x:null,weight:0.7,kind:("correction")})))}}
const DENSE=0.3
const MANY=1500
const SMALL=0.25,UNKNOWN=0.5
const LONG=8
function prepare(opened,asked,missing){const{store}=opened
const through=throughPairs(opened,asked)
asked.forEach((one,n)=>{if(!through[n])for(const meaning of one.means)void store.group(meaning.f,undefined,missing)
for(const a of one.means.slice(0,4))
for(const b of asked[n+1]?.means.slice(0,7)??[])void store.group(a.f,b.f,missing)})}
async function ranked(opened,asked,missing){const{head}=opened
let lists=await gather(opened,asked,false,missing)
let made=layer(head.pages,lists.positions,lists.pairs,head.columns.titles)
if(lists.skipped&&asked.length<=LONG&&made.full<3){lists=await gather(opened,asked,true,missing)
made=layer(head.pages,lists.positions,lists.pairs,head.columns.titles)}
return{...made,...lists,asked:asked.map((one,n)=>lists.lost[n]?{...one,lost:true}:one)}}
async function gather(opened,asked,all,missing){const through=all?asked.map(()=>false):throughPairs(opened,asked)
const[found,pairs]=await Promise.all([Promise.all(asked.map((one,n)=>through[n]?[]:own(opened,one,missing))),Promise.all(asked.slice(1).map((next,n)=>between(opened,asked[n],next,missing))),])
const lost=found.map((own,n)=>isGuess(asked,n)&&!borneOut(own,n,pairs).length)
const lists=found.map((own,n)=>lost[n]?faint(own,asked[n]):isGuess(asked,n)?borneOut(own,n,pairs):own)
const N=opened.head.pages
const rarities=asked.map((one,n)=>(one.small?SMALL:1)*Math.max(...lists[n].map(each=>each.rarity*(each.factor<1?0.95:1)),through[n]?rarity(N,counts(opened,one)):0,one.after&&!lists[n].length?rarity(N,Math.min(N,one.after.lists.reduce((sum,[,list])=>sum+list.count,0))):0))
const usual=rarities.reduce((a,b)=>a+b,0)/(rarities.filter(Boolean).length||1)||Math.log(1+N)
const positions=asked.map((one,n)=>({given:one.small?lists[n].map(each=>({...each,rarity:each.rarity*SMALL})):lists[n],through:through[n]||one.after!==undefined,optional:one.optional===true,rarity:rarities[n]||(lists[n].length?0.01:usual*UNKNOWN),}))
return{positions,pairs,lost,skipped:through.some(Boolean)}}
async function own({head,store},one,missing){return(await Promise.all(one.means.map(async meaning=>{const group=await store.group(meaning.f,undefined,missing)
return group?spelled(head.pages,meaning,group):[]}))).flat()}
async function between({head,lexicon,store},one,next,missing){const N=head.pages,little=one.small&&next.small?SMALL:one.small||next.small?2*SMALL:1
const a=one.means[0]?.f??""
const begun=(next.after?.lists??[]).filter(([b])=>next.means.every(other=>other.f!==b)).map(([b,list])=>{const alone=rarity(N,list.count)
return{list,rarity:Math.min(alone,rarity(N,lexicon.count(b)||list.count)),alone,factor:next.after?.weight??0,a,b}})
const whole=(await Promise.all(one.means.slice(0,4).flatMap(a=>next.means.slice(0,7).map(async b=>{const list=(await store.group(a.f,b.f,missing))?.followers.get(b.f)
if(!list)return[]
const alone=rarity(N,list.count)
const most=rarity(N,lexicon.count(a.f)||list.count)+rarity(N,lexicon.count(b.f)||list.count)+1
return[{list,rarity:little*Math.min(most,alone),alone,factor:Math.min(a.weight,b.weight),a:a.f,b:b.f}]})))).flat()
return[...whole,...begun]}
const isGuess=(asked,n)=>asked.length>1&&asked[n].means.length>0&&asked[n].means.every(one=>one.kind==="correction"||one.kind==="spaces")
function borneOut(lists,n,pairs){const seen=new Set([...pairs[n-1]?.map(one=>one.b)??[],...pairs[n]?.map(one=>one.a)??[]])
return lists.filter(one=>seen.has(one.f))}
const faint=(lists,one)=>one.means[0].kind==="spaces"?[]:lists.map(one=>({...one,rarity:one.rarity*0.3,factor:one.factor*0.5}))
function throughPairs(opened,asked){const through=asked.map(one=>asked.length>1&&!needsOwn(opened,one))
const count=asked.map(one=>counts(opened,one))
if(through.every(Boolean))through[count.reduce((least,one,n)=>one<count[least]?n:least,0)]=false
if(asked.length>LONG){const order=count.map((count,n)=>({n,count})).sort((a,b)=>a.count-b.count)
for(const{n}of order.slice(LONG-1))through[n]=true}
return through}
function needsOwn(opened,one){const{head,lexicon}=opened
if(one.phrase||one.means.length!==1||counts(opened,one)<head.pages*DENSE||head.pages<MANY)return true
const{f,x}=one.means[0]
if(!x)return false
const all=lexicon.spellings(f)
const own=all.find(each=>each.told===x)?.count??0
return all.some(each=>each.told!==x&&each.count*20>own)}
function spelled(N,meaning,group){const all=[...group.spellings]
const common=rarity(N,Math.min(N,all.reduce((sum,[,list])=>sum+list.count,0)))
return all.map(([told,list])=>{const same=meaning.x===told
return{f:meaning.f,list,rarity:same?common+0.3*(rarity(N,list.count)-common):common,factor:meaning.weight*(meaning.x===null||same?1:agrees(meaning.x,told)?0.8:0.4),}})}
const MENDED=0.84
async function readingsOf(opened,asked,{literal,light,phrases},missing){const first=await ranked(opened,asked,missing)
if(literal||phrases)return[first]
const tried=asked.some(one=>isShort(opened,one))||asked.length<=LONG+2&&!first.answered?alternatives(opened,asked):[]
const mend=!light&&asked.length<2*LONG&&first.pairs.some(pair=>!pair.length)
const[others,fixed]=await Promise.all([Promise.all(tried.map(one=>asIf(opened,one.asked,one.weight,first.sum,missing))),mend?repaired(opened,asked,first.pairs,missing):null,])
return[first,...others,...fixed?[await asIf(opened,fixed,MENDED,first.sum,missing)]:[]]}
async function asIf(opened,asked,weight,sum,missing){const made=await ranked(opened,asked,missing)
const by=weight===MENDED?weight*Math.max(1,Math.min(2,sum/made.sum)):weight*Math.min(1,sum/made.sum)
for(let page=0;page<made.score.length;page++)made.score[page]*=by
return made}
function alternatives({lexicon,synonyms},asked){const made=[]
for(let from=0;from<asked.length;from++)
for(let to=from+1;to<=Math.min(asked.length,from+7);to++){const run=asked.slice(from,to)
const typed=run.map(one=>one.f).join(" "),meant=run.map(one=>one.means[0]?.f??one.f).join(" ")
const sure=Math.min(1,...run.map(one=>one.means[0]?.weight??1))
for(const phrase of synonyms.get(typed)??synonyms.get(meant)??[]){const longer=` ${words(fold(phrase)).join(" ")} `.includes(` ${meant} `)
if(longer||!words(phrase).every(word=>lexicon.has(fold(word))))continue
const other=words(phrase).map(o=>({...wordOf(o),means:[as(wordOf(o),1)]}))
const weight=synonyms.has(typed)?run[0].caps?1:0.85:0.85*sure
made.push({asked:[...asked.slice(0,from),...other,...asked.slice(to)],weight,length:to-from})}}
return made.sort((a,b)=>b.weight-a.weight||b.length-a.length).slice(0,6)}
const isShort=({lexicon,synonyms},{f,caps})=>synonyms.has(f)&&/^[a-z]{2,9}$/.test(f)&&(caps||!/[aeiouy]/.test(f)||lexicon.count(f)<3)
async function repaired(opened,asked,pairs,missing){const apart=(n)=>n<0||n>=pairs.length||!pairs[n].length
const fixed=await Promise.all(asked.map(async(one,n)=>{if(!(n>0&&apart(n-1)||n<pairs.length&&apart(n))||isSure(opened,one))return one
const found=(await fitting(opened,asked,n,missing)).slice(0,6)
const lonely=apart(n-1)&&apart(n)
const means=found.filter(f=>lonely||one.means.every(own=>own.f!==f)).map((f,rank)=>({f,x:null,weight:(lonely?0.95:0.6)-rank*0.02,kind:("correction")}))
if(!means.length)return one
return{...one,means:lonely?means:[...one.means,...means]}}))
return fixed.some((one,n)=>one!==asked[n])?fixed:null}
async function fitting({lexicon,store},asked,n,missing){const before=asked[n-1]?.means[0]?.f,after=asked[n+1]?.means[0]?.f
const places=new Set()
const found=await Promise.all(lexicon.near(asked[n].f).slice(0,before?60:8).map(async f=>{if(before&&places.add(store.placeOf(before,f)).size>6&&!store.isHere(store.placeOf(before,f)))return null
const list=before?(await store.group(before,f,missing))?.followers.get(f):after&&(await store.group(f,after,missing))?.followers.get(after)
return list?{f,count:list.count}:null}))
return found.flatMap(one=>one??[]).sort((a,b)=>b.count-a.count).map(one=>one.f)}
const isSure=({head,lexicon},{f,x,marked,means,small})=>small||/^\d/.test(f)||means[0]?.kind==="spaces"||marked&&f!==x&&(lexicon.spellings(f).find(one=>one.told===x)?.count??0)>2+head.pages/100
const NUMBER=1000
async function ownNumbers({store},found,count,missing){const pages=new Map()
let from=count,to=0
const met=new Set()
for(const one of found){const more=await store.beginning(`#${one.first}`,"",3,missing)
for(const[label,list]of more){if(one.letters.length&&!fits(label,one.letters))continue
const exactly=label.replaceAll("-","")===one.letters.join("")
for(const page of list.read().pages){const worth=(one.letters.length?NUMBER:NUMBER/2)+(exactly?100:0)
if(worth>(pages.get(page)?.worth??0))pages.set(page,{worth,type:one.type})}
met.add(one)
from=Math.min(from,one.from)
to=Math.max(to,one.to)}}
return{pages,from,to,found:[...met]}}
function ofOtherType({pages},page,title){const told=pages.get(page)
if(!told?.type||words(fold(title)).slice(0,2).join(" ")===told.type)return 0
return told.worth-NUMBER/50}
async function ofDay({store},day,missing){const found=day?await store.beginning(`@${day.year}`,day.rest,1,missing):[]
return found.flatMap(([,list])=>[...list.read().pages])}
const DEAD=0.86
function adjust({head},score,titled,typed){const{kinds,years}=head.columns
const place=isQuestion(typed)?1:0
const worth=head.kinds.map(([id])=>head.worth?.[id]?.[place]??1)
const asked=typed.filter(one=>/^(19|20)\d\d$/.test(one.f)).map(one=>Number(one.f)-1900)
for(let page=0;page<score.length;page++){if(!score[page])continue
if(kinds[page]&128)score[page]*=DEAD
if(asked.length&&asked.includes(years[page]))score[page]*=1.08
const more=((worth[kinds[page]&127]??1)-1)*Math.min(1,2*titled[page])
score[page]*=(1+more)*(1+years[page]/255*0.004)}}
async function narrow({head,store},score,{kinds,facets,without,phrases},missing){if(kinds?.length){const wanted=new Set(kinds)
for(let page=0;page<score.length;page++)
if(!wanted.has(head.kinds[head.columns.kinds[page]&127]?.[0]))score[page]=0}
for(const word of without){const group=await store.group(fold(word),undefined,missing)
for(const[told,list]of group?.spellings??[])
if(fold(word)===exact(word)||told===exact(word))for(const page of list.read().pages)score[page]=0}
if(phrases)quoted(score,phrases)
const picked=Object.entries(facets??{}).filter(([,values])=>values.length)
if(!picked.length)return
const told=await store.facets(missing)
for(const[id,values]of picked){if(!told?.[id])continue
const rows=rowsOf(told,id)
const places=new Set(values.map(value=>told[id][0].findIndex((one)=>one[0]===value)))
for(let page=0;page<score.length;page++)if(!rows[page].some(one=>places.has(one)))score[page]=0}}
function quoted(score,{asked,positions,pairs}){const told=asked.map((one,n)=>positions[n].given.filter(({factor})=>one.phrase&&factor>0.6).map(({list})=>list.read().pages))
const after=pairs.map((pair,n)=>pair.filter(()=>asked[n].phrase).map(({list})=>list.read().pages))
for(let page=0;page<score.length;page++){if(!score[page])continue
for(let n=0;n<asked.length&&score[page];n++){if(!asked[n].phrase)continue
const next=asked[n+1]?.phrase===asked[n].phrase
const paired=positions[n].through&&(next||asked[n-1]?.phrase===asked[n].phrase)
const here=paired||told[n].some(pages=>placeIn(pages,page)>=0)
const follows=!next||after[n].some(pages=>placeIn(pages,page)>=0)
if(!here||!follows)score[page]=0}}}
const rowsOf=(told,id)=>told[id].rows??=told[id][1].split(";").map((one)=>one?one.split(",").map(Number):[])
async function counted({head,store},pages,missing){const told=await store.facets(missing)
if(!told)return[]
return head.facets.map(([id,label])=>{const[values]=told[id],rows=rowsOf(told,id),count=new Uint32Array(values.length)
for(const page of pages)for(const one of rows[page])count[one]++
const made=values.map(([value,label],n)=>({value,label,count:count[n]}))
return{id,label,values:made.filter((one)=>one.count).sort((a,b)=>id==="year"?b.value.localeCompare(a.value):b.count-a.count||a.label.localeCompare(b.label,"vi"))}})}
const DOZEN=12
const WHOLE=0.7
function byTitle(title,asked){const run=inTitle(words(title).map(word=>({f:fold(word),x:exact(word)})),asked)
return 1+WHOLE*run**6}
function inTitle(title,asked){let most=0
let before=new Float32Array(asked.length+1)
for(const word of title){const here=new Float32Array(asked.length+1)
asked.forEach((one,n)=>{const same=alike(word,one)
here[n+1]=same&&before[n]+same
most=Math.max(most,here[n+1])})
before=here}
return asked.length?most/asked.length:0}
function alike(word,{means,begun,x,marked}){let most=begun&&word.f.length>begun.length&&word.f.startsWith(begun)?!marked||begins(x,word.x)?0.9:0.5:0
for(const{f,x,weight}of means)
if(f===word.f)most=Math.max(most,(weight>0.5?1:weight)*(x===null||x===word.x?1:agrees(x,word.x)?0.75:0.3))
return most}
function item({head},root,[path,title,summary,date,states,,places],page,score,sought,aside){const[id,label]=head.kinds[head.columns.kinds[page]&127]??["",""]
const place=aside?placed(places,aside.steps):placeNamed(places,title,sought)
return{url:new URL(path,root).href,title,titleParts:parts(title,sought),kind:{id,label},badges:states.map((one)=>badge(head.badges[one])),summaryParts:parts(summary,sought),clause:place?{id:place[0],label:place[1],url:new URL(`${path}#${place[0]}`,root).href}:null,date:date||null,score,}}
const badge=([label,tone,gone])=>({label,tone,gone:Boolean(gone)})
function placed(places,steps){const fit=places.filter(([id,label])=>{const parts=id.split(".")
return steps.every(step=>parts.includes(step)||id===step||id.startsWith(`${step}-`)&&!/^\d|^[ivxl]+(-|$)/.test(id.slice(step.length+1)))||steps.length===1&&words(fold(label)).slice(0,2).join("-")===steps[0]})
return fit.sort((a,b)=>a[0].split(".").length-b[0].split(".").length||a[0].length-b[0].length)[0]}
function placeNamed(places,title,sought){const wanted=new Set(sought.map(one=>one.f))
const count=(text)=>new Set(words(fold(text)).filter(one=>wanted.has(one))).size
const inTitle=count(title)
let most=Math.max(inTitle,Math.ceil(wanted.size/2)),found=null
for(const place of places){const here=count(place[1])
if(here>most){most=here
found=place}}
return found}
function readingOf({lexicon},query,asked,items,own,card){const told={text:query,original:query,changed:false,kind:(null)}
const seen=new Map()
for(const{title,summaryParts}of items.slice(0,5))
for(const word of words(`${title} ${summaryParts.map(one => one.text).join("")}`))
if(!seen.has(fold(word)))seen.set(fold(word),word.toLowerCase())
const first=new Set(items.slice(0,1).flatMap(one=>words(fold(one.title))))
const text=asked.map(one=>{const meant=one.means.find(other=>first.has(other.f))??one.means[0]
if(!meant||meant.kind===null||one.lost)return one.o
told.changed=true
told.kind??=meant.kind
return meant.x?written(meant.x):seen.get(meant.f)??written(lexicon.usual(meant.f))}).join(" ")
if(!items.length)return{...told,changed:false,kind:null}
if(told.changed)return{...told,text}
const corrected=asked.findIndex(one=>one.means.some(meant=>meant.kind==="correction"))
if(corrected>=0&&items.length){const better=asked.map(one=>{if(one.means.length<2||seen.has(one.f))return one.o
const meant=one.means.find(other=>other.kind==="correction"&&seen.has(other.f))
return meant?seen.get(meant.f):one.o}).join(" ")
const before=asked.map(one=>one.o).join(" ")
if(better!==before)return{...told,text:better,changed:true,kind:"correction"}}
if(own.pages.size===1&&card?.[5]&&own.found.length===1){const typed=asked.slice(own.found[0].from,own.found[0].to).map(one=>one.o).join("")
if(fold(typed)!==words(fold(card[5])).join(""))return{...told,text:card[5],changed:true,kind:"number"}}
return told}
function nearTo({lexicon},asked){const made=new Set()
asked.forEach((one,n)=>{for(const f of lexicon.near(one.f).slice(0,3))
made.add(asked.map((other,m)=>m===n?written(lexicon.usual(f)):other.o).join(" "))})
return[...made].slice(0,5)}
const LEAST=0.03
function engineOf(first,load,root){let opened=openedFrom(first,load)
async function renewed(){const fresh=await loadHead(load,true).catch(()=>null)
if(!fresh||fresh.release===opened.head.release)return false
opened=openedFrom(fresh,load)
return true}
return{get release(){return opened.head.release},async search(query,options={}){options.signal?.throwIfAborted()
const text=String(query??"")
const found=await once(opened,root,text,options)
return found.incomplete.length&&await renewed()?once(opened,root,text,options):found},snippet:(found,query,{signal}={})=>snippet(found,soughtBy(opened,query),signal),markHits:(root,query)=>mark(root,soughtBy(opened,query),query),}}
async function once(opened,root,query,options){const{limit=10,offset=0,exact:literal=false,kinds,facets,signal}=options
const missing=new Set()
opened.store.forget()
const read=readOf(opened,query,literal)
const results=nothing(query,opened.head.release)
if(!read.typed.length||!opened.head.pages)return results
const{readings,own,score}=await scored(opened,read,options,missing)
const phrases=read.typed.some(one=>one.phrase)?readings[0]:null
await narrow(opened,score,{kinds,facets,without:read.without,phrases},missing)
signal?.throwIfAborted()
const{order,all}=chosen(score,Math.max(offset+limit,30))
await byTitles(opened,order,score,{readings,own},missing)
const shown=order.slice(offset,offset+limit)
const reading=readFor(order[0],readings)
const sought=reading.asked.flatMap(one=>one.means.map(({f,x})=>({f,x})))
const cards=await Promise.all(shown.map(page=>opened.store.card(page,missing)))
signal?.throwIfAborted()
if(!all.length&&phrases&&!literal)return unquoted(opened,root,query,options)
results.total=all.length
results.items=cards.flatMap((card,n)=>card?[item(opened,root,card,shown[n],score[shown[n]],sought,read.aside)]:[])
if(!literal)results.reading=readingOf(opened,query,reading.asked,results.items,own,cards[0])
if(facets)results.facets=await counted(opened,all,missing)
if(!literal&&!all.length)results.near=nearTo(opened,read.asked)
results.incomplete=[...missing].map(part=>`Chưa tải được ${part}; kết quả có thể còn thiếu.`)
return results}
async function unquoted(opened,root,query,options){const text=query.replace(/["«»“”]/g," ").replace(/\s+/g," ").trim()
const found=await once(opened,root,text,options)
const reading={...found.reading,original:query,changed:true,kind:found.reading.kind??("correction")}
return{...found,query,reading}}
const nothing=(query,release)=>({query,reading:{text:query,original:query,changed:false,kind:null},total:0,items:[],facets:[],near:[],incomplete:[],release,})
function readOf(opened,query,literal){const{words,without,open}=ask(query)
const typed=keysUndone(opened,words)
const aside=pinpoint(typed)
const named=numbered(typed,opened.letters,opened.head.types,aside)
return{typed,without,open,aside,named,literal,day:day(query),asked:understood(opened,typed,open,literal,named)}}
async function scored(opened,{typed,open,aside,named,literal,day,asked},{light=false,signal},missing){prepare(opened,asked,missing)
const[own,ofAskedDay]=await Promise.all([ownNumbers(opened,named,typed.length,missing),ofDay(opened,day,missing)])
if(asked.length===typed.length)
asked.forEach((one,n)=>{if(own.pages.size&&n>=own.from&&n<own.to||aside&&n>=aside.from&&n<aside.to)one.optional=true})
if(open&&!literal&&!asked.at(-1)?.optional)await complete(opened,asked,missing)
signal?.throwIfAborted()
const readings=await readingsOf(opened,asked,{literal,light,phrases:typed.some(one=>one.phrase)},missing)
signal?.throwIfAborted()
const score=readings[0].score.slice(),titled=readings[0].titled.slice()
for(const one of readings.slice(1))
for(let page=0;page<score.length;page++)
if(one.score[page]>score[page]){score[page]=one.score[page]
titled[page]=one.titled[page]}
for(const[page,{worth}]of own.pages)score[page]+=worth
for(const page of ofAskedDay)score[page]=score[page]*1.3+1
adjust(opened,score,titled,typed)
return{readings,own,score}}
function chosen(score,most){const order=best(score,most)
const top=score[order[0]]??0
const least=top>NUMBER/2?0.5:top*LEAST
const all=[]
for(let page=0;page<score.length;page++)if(score[page]>least)all.push(page)
return{order:order.filter(page=>score[page]>least),all}}
async function byTitles(opened,order,score,{readings,own},missing){const first=order.slice(0,DOZEN)
const cards=await Promise.all(first.map(page=>opened.store.card(page,missing)))
first.forEach((page,n)=>{const title=cards[n]?.[1]??""
score[page]=(score[page]-ofOtherType(own,page,title))*byTitle(title,readFor(page,readings).asked)})
order.splice(0,first.length,...first.sort((a,b)=>score[b]-score[a]))}
const readFor=(page,readings)=>readings.reduce((a,b)=>(b.score[page]??0)>(a.score[page]??0)?b:a)
function soughtBy(opened,query){const{words,open}=ask(query)
return understood(opened,keysUndone(opened,words),open,false).flatMap(one=>[{f:one.f,x:one.marked?one.x:null},...one.means])}
export { engineOf, loadFrom, loadHead }
