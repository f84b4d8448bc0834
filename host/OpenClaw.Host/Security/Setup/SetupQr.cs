using QRCoder;

namespace OpenClaw.Host.Security.Setup;

/// <summary>A setup code as a picture that a phone reads from a screen.</summary>
internal static class SetupQr
{
    private const int PixelsPerModule = 6;

    /// <summary>For a terminal: two rows of the picture in each line.</summary>
    public static string ForTerminal(string setupCode)
    {
        using var data = Encode(setupCode);
        using var picture = new AsciiQRCode(data);
        return picture.GetGraphicSmall();
    }

    /// <summary>For a page: a PNG as a data URL.</summary>
    public static string ForPage(string setupCode)
    {
        using var data = Encode(setupCode);
        using var picture = new PngByteQRCode(data);
        return $"data:image/png;base64,{Convert.ToBase64String(picture.GetGraphic(PixelsPerModule))}";
    }

    // A screen is neither dirty nor creased, so the least redundancy makes the picture that is easiest to read.
    private static QRCodeData Encode(string setupCode) => QRCodeGenerator.GenerateQrCode(setupCode, QRCodeGenerator.ECCLevel.L);
}
