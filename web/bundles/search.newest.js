async function e(d,o,r,s){let y=await d.store.days(s);return o.map(t=>({page:t,worth:r[t],day:y?.[t]??""})).sort((t,a)=>t.day===a.day?a.worth-t.worth:t.day<a.day?1:-1)}export{e as newestOf};
