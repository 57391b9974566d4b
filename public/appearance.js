// Runs before the first paint of every page, which no reading of the stored settings can: components/shown-as.ts leaves
// what was chosen here.
try {
  const { appearance, density } = localStorage;
  if (appearance) document.documentElement.dataset.theme = appearance;
  if (density) document.documentElement.dataset.density = density;
} catch {
  // A browser that keeps nothing for this page shows it as the system has it until the settings are read.
}
