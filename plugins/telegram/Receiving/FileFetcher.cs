using OpenClaw.Channels.Telegram.Api;
using OpenClaw.Channels.Telegram.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Telegram.Receiving;

/// <summary>Fetches files that came with messages when somebody reads them.</summary>
internal sealed class FileFetcher(Bot bot)
{
    public Media Media(FileNote file, string usualType, string usualName) =>
        new(string.IsNullOrWhiteSpace(file.MimeType) ? usualType : file.MimeType, token => OpenAsync(file, token))
        {
            FileName = string.IsNullOrWhiteSpace(file.FileName) ? usualName : file.FileName,
            Length = file.FileSize is >= 0 ? file.FileSize : null,
        };

    private async ValueTask<Stream> OpenAsync(FileNote file, CancellationToken cancellationToken)
    {
        try
        {
            var place = await bot.GetFileAsync(file.FileId, cancellationToken);
            return place.FilePath is { Length: > 0 } path && IsPlain(path)
                ? await bot.OpenFileAsync(path, cancellationToken)
                : throw new IOException("Telegram names no place of the file.");
        }
        catch (ApiException error)
        {
            throw new IOException(error.Message);
        }
    }

    // It goes behind the token into an address: it must not lead to another method or server.
    private static bool IsPlain(string path) =>
        path[0] != '/' && !path.Contains("..", StringComparison.Ordinal)
        && path.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '.' or '_' or '-');
}
