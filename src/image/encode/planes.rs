//! Brightness and colour of an opaque picture apart, as both writers take them without asking again.

/// Which numbers stand for black and white: all 256 (JFIF 1.02), or 16 to 235 (ITU-R BT.601, WebP).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    Full,
    Studio,
}

/// Planes of a picture, its colour once for every square of four pixels (4:2:0), averaged.
pub(super) struct Planes {
    pub(super) y: Vec<u8>,
    pub(super) u: Vec<u8>,
    pub(super) v: Vec<u8>,
}

/// Shares of red, green and blue in 65,536ths: in brightness, in blueness and in redness, where some are taken away.
struct Shares {
    /// What black is, in 256ths.
    black: u16,
    y: [u32; 3],
    u: [u32; 3],
    v: [u32; 3],
}

const FULL: Shares =
    Shares { black: 0, y: [19_595, 38_470, 7_471], u: [11_058, 21_710, 32_768], v: [32_768, 27_439, 5_329] };
const STUDIO: Shares = Shares {
    black: 16 << 8,
    y: [16_829, 33_039, 6_416],
    u: [9_714, 19_070, 28_784],
    v: [28_784, 24_103, 4_681],
};

/// Red, green and blue of a row, each by itself: so that sixteen-bit numbers are reckoned eight at a time.
#[derive(Default)]
struct Row {
    colours: [Vec<u16>; 3],
}

impl Planes {
    /// Of three samples a pixel. Whole numbers alone, so that every processor gives the same planes.
    pub(super) fn of(samples: &[u8], (width, height): (usize, usize), range: Range) -> Self {
        let (across, down) = (width.div_ceil(2), height.div_ceil(2));
        let shares = if range == Range::Full { &FULL } else { &STUDIO };
        let mut planes =
            Self { y: vec![0; width * height], u: vec![0; across * down], v: vec![0; across * down] };
        let (mut upper, mut lower, mut squares) = (Row::default(), Row::default(), Row::default());
        let colours = planes.u.chunks_exact_mut(across).zip(planes.v.chunks_exact_mut(across));
        let brightness = planes.y.chunks_mut(width * 2);
        for ((rows, y), (u, v)) in samples.chunks(width * 6).zip(brightness).zip(colours) {
            let (first, second) = rows.split_at(width * 3);
            let (first_y, second_y) = y.split_at_mut(width);
            upper.read(first);
            upper.brightness(shares, first_y);
            // The last row of an odd number stands for two.
            lower.read(if second.is_empty() { first } else { second });
            if !second_y.is_empty() {
                lower.brightness(shares, second_y);
            }
            squares.means(&upper, &lower);
            let [red, green, blue] = &squares.colours;
            difference(u, blue, [red, green], [shares.u[2], shares.u[0], shares.u[1]]);
            difference(v, red, [green, blue], [shares.v[0], shares.v[1], shares.v[2]]);
        }
        planes
    }
}

impl Row {
    /// Samples in 256ths; the last column of an odd number stands for two.
    fn read(&mut self, samples: &[u8]) {
        let pixels = samples.as_chunks::<3>().0;
        for (place, colour) in self.colours.iter_mut().enumerate() {
            colour.clear();
            colour.extend(pixels.iter().map(|pixel| u16::from(pixel[place]) << 8));
            if let (1, Some(last)) = (colour.len() % 2, colour.last().copied()) {
                colour.push(last);
            }
        }
    }

    fn brightness(&self, shares: &Shares, out: &mut [u8]) {
        let [red, green, blue] = &self.colours;
        let base = shares.black + 128;
        for (((out, red), green), blue) in out.iter_mut().zip(red).zip(green).zip(blue) {
            let sum = base + part(*red, shares.y[0]) + part(*green, shares.y[1]) + part(*blue, shares.y[2]);
            *out = (sum >> 8) as u8;
        }
    }

    /// The mean of four pixels each.
    fn means(&mut self, upper: &Self, lower: &Self) {
        for ((out, one), other) in self.colours.iter_mut().zip(&upper.colours).zip(&lower.colours) {
            let pairs = one.as_chunks::<2>().0.iter().zip(other.as_chunks::<2>().0);
            out.clear();
            out.extend(pairs.map(|([a, b], [c, d])| (a >> 2) + (b >> 2) + (c >> 2) + (d >> 2)));
        }
    }
}

/// How much of `more` there is beyond `less`, around the middle.
fn difference(out: &mut [u8], more: &[u16], less: [&[u16]; 2], shares: [u32; 3]) {
    // A middle of 128, and half a step less a little: pure colours of the full range reach 255 and no further.
    let base = (128 << 8) + 127;
    let [one, other] = less;
    for (((out, more), one), other) in out.iter_mut().zip(more).zip(one).zip(other) {
        let sum = base + part(*more, shares[0]) - part(*one, shares[1]) - part(*other, shares[2]);
        *out = (sum >> 8) as u8;
    }
}

fn part(colour: u16, share: u32) -> u16 {
    ((u32::from(colour) * share) >> 16) as u16
}
