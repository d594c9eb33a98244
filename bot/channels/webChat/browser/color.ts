// Colours that can be read on each other.

/** What is written on a colour: white, or near black where white could not be read. */
export function textOn(color: string): string {
  return contrast(color, '#ffffff') >= 4.5 ? '#ffffff' : '#1b1a19';
}

/** A colour made lighter or darker until text in it can be read on a background. */
export function readableOn(background: string, color: string): string {
  const target = luminance(background) > 0.4 ? 0 : 255;
  let [red, green, blue] = channels(color);
  for (let step = 0; step < 20; step += 1) {
    const mixed = hex(red, green, blue);
    if (contrast(mixed, background) >= 4.5) return mixed;
    [red, green, blue] = [red, green, blue].map((value) => value + (target - value) * 0.12) as [
      number,
      number,
      number,
    ];
  }
  return target === 0 ? '#000000' : '#ffffff';
}

/** The ratio that WCAG defines, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(color: string): [number, number, number] {
  const number = parseInt(color.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function hex(...parts: readonly number[]): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
