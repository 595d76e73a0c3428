"""Draws the app's two icons for Teams: a signpost, in colour on 192 x 192 and as a white outline on 32 x 32."""

from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "teams"
_LARGE = 8  # drawn larger and made smaller, so that edges are smooth


def signpost(size: int, ink: str, ground: str | None) -> Image.Image:
    """The signpost on a square; without ground the square is transparent."""
    wide = size * _LARGE
    image = Image.new("RGBA", (wide, wide), ground or (255, 255, 255, 0))
    draw, unit = ImageDraw.Draw(image), wide / 32

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x * unit, y * unit) for x, y in points]

    draw.rectangle(at((15, 4), (17, 28)), fill=ink)
    draw.polygon(at((8, 6), (23, 6), (26.5, 9), (23, 12), (8, 12)), fill=ink)
    draw.polygon(at((24, 14), (9, 14), (5.5, 17), (9, 20), (24, 20)), fill=ink)
    draw.rectangle(at((11, 27), (21, 29)), fill=ink)
    return image.resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    signpost(192, "#ffffff", "#1d3557").save(FOLDER / "color.png", optimize=True)
    signpost(32, "#ffffff", None).save(FOLDER / "outline.png", optimize=True)
