// node train.js --rate 0.1 --units 16
const options = {};
for (let i = 2; i < process.argv.length; i += 2) {
  options[process.argv[i].slice(2)] = Number(process.argv[i + 1]);
}
const best = 1 - Math.abs(Math.log10(options.rate) + 1) / 4 - Math.abs(Math.log2(options.units) - 5) / 20;
for (let epoch = 1; epoch <= 5; epoch++) {
  const accuracy = best * (1 - Math.exp(-epoch));
  console.log(`epoch ${epoch}: loss ${(1 - accuracy).toFixed(4)}, accuracy ${accuracy.toFixed(4)}`);
}
console.log(JSON.stringify({ value: best, values: { parameters: options.units * 100 } }));
