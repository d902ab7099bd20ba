//! Pixels in memory.

use ::image::DynamicImage;

/// An upright picture in sRGB, eight bits a sample, red, green, blue, and alpha
/// (not premultiplied) only when some pixel is not opaque.
#[derive(Clone, PartialEq, Eq)]
pub struct Bitmap {
    width: u32,
    height: u32,
    alpha: bool,
    samples: Vec<u8>,
}

impl Bitmap {
    /// Of samples in rows from the top; `None` when they are not `width` x `height` pixels.
    pub(super) fn new(width: u32, height: u32, alpha: bool, samples: Vec<u8>) -> Option<Self> {
        let channels = if alpha { 4 } else { 3 };
        let wanted = u64::from(width) * u64::from(height) * channels;
        (samples.len() as u64 == wanted).then_some(Self { width, height, alpha, samples })
    }

    /// Of a decoded picture; alpha that hides nothing is dropped.
    pub(super) fn of(image: DynamicImage) -> Self {
        let (width, height) = (image.width(), image.height());
        let opaque = match &image {
            DynamicImage::ImageRgba8(pixels) => pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX),
            other => !other.color().has_alpha(),
        };
        let samples = if opaque { image.into_rgb8().into_raw() } else { image.into_rgba8().into_raw() };
        Self { width, height, alpha: !opaque, samples }
    }

    /// Pixels.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Pixels.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// Width and height.
    pub(super) fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }

    /// Whether a pixel has four samples, the last one alpha; otherwise three.
    pub fn has_alpha(&self) -> bool {
        self.alpha
    }

    /// Rows from the top, pixels from the left.
    pub fn samples(&self) -> &[u8] {
        &self.samples
    }

    /// The samples on white, three a pixel.
    pub(super) fn on_white(&self) -> Option<Vec<u8>> {
        self.alpha
            .then(|| self.samples.as_chunks::<4>().0.iter().flat_map(|pixel| over_white(*pixel)).collect())
    }
}

fn over_white([red, green, blue, alpha]: [u8; 4]) -> [u8; 3] {
    let alpha = u32::from(alpha);
    [red, green, blue].map(|sample| {
        let sum = u32::from(sample) * alpha + 255 * (255 - alpha);
        u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
    })
}

impl std::fmt::Debug for Bitmap {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = if self.alpha { "RGBA" } else { "RGB" };
        write!(formatter, "Bitmap({}x{} {kind})", self.width, self.height)
    }
}
