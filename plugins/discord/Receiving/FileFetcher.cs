using OpenClaw.Channels.Discord.Api;
using OpenClaw.Channels.Discord.Settings;
using OpenClaw.Channels.Discord.Wire;
using OpenClaw.Content;

namespace OpenClaw.Channels.Discord.Receiving;

/// <summary>Fetches files that came with messages when somebody reads them, from Discord's own places alone.</summary>
internal sealed class FileFetcher(DiscordApi api, ApiAddress address)
{
    public Media Media(Attachment file) => new(TypeOf(file.ContentType), token => OpenAsync(file.Url, token))
    {
        FileName = string.IsNullOrWhiteSpace(file.Filename) ? "file" : file.Filename,
        Length = file.Size is >= 0 ? file.Size : null,
    };

    private async ValueTask<Stream> OpenAsync(string? url, CancellationToken cancellationToken)
    {
        try
        {
            return address.File(url) is { } place
                ? await api.OpenFileAsync(place, cancellationToken)
                : throw new IOException("The file is at a place that is not Discord's.");
        }
        catch (ApiException error)
        {
            throw new IOException(error.Message);
        }
    }

    private static string TypeOf(string? type) =>
        string.IsNullOrWhiteSpace(type) ? "application/octet-stream" : type.Split(';')[0].Trim() is { Length: > 0 } plain ? plain : "application/octet-stream";
}
