using System.Globalization;
using System.Text.Json.Nodes;
using OpenClaw.Channels.WhatsApp.Bridge;
using OpenClaw.Channels.WhatsApp.Formatting;
using OpenClaw.Content;

namespace OpenClaw.Channels.WhatsApp.Sending;

/// <summary>
/// Sends files: each is a message of its own, the first one with the text below it. WhatsApp shows no text below a sound or a sticker: there it
/// is a message of its own before it.
/// </summary>
internal sealed class FileSender(BridgeCalls calls, string folder)
{
    public async Task<SendOutcome> SendAsync(IReadOnlyList<Media> files, string text, JsonObject parameters, Func<int, string> keyOf, CancellationToken cancellationToken)
    {
        var sent = new List<string>();
        var before = 0;
        for (var i = 0; i < files.Count; i++)
        {
            try
            {
                var caption = i == 0 && text.Length > 0 ? text : WhatsAppText.Of(files[i].Caption ?? "");
                if (caption.Trim().Length == 0)
                {
                    caption = "";
                }
                else if (KindOf(files[i].MediaType) is "audio" or "sticker")
                {
                    var words = Request(files.Count + i);
                    words["text"] = caption;
                    sent.Add(await calls.SendAsync("sendText", words, cancellationToken));
                    before++;
                    caption = "";
                }

                sent.Add(await SendAsync(files[i], caption, Request(i), cancellationToken));
            }
            catch (BridgeException error)
            {
                // What was sent must not be sent again for the sake of what was not.
                return sent.Count == 0 ? Outcomes.Of(error) : new SendUnknown($"{Progress()}; then: {error.Message}");
            }
            catch (IOException error)
            {
                return sent.Count == 0
                    ? new SendRefused("file_gone", $"the file cannot be read: {error.GetType().Name}")
                    : new SendUnknown($"{Progress()}; the next file cannot be read");
            }
        }

        return new SendAccepted(sent[0], MoreMessageIds: sent.Count > 1 ? sent[1..] : null);

        string Progress() => $"{sent.Count - before} of {files.Count} files were sent{(before > 0 ? ", and text before a file" : "")}";

        JsonObject Request(int number)
        {
            var request = (JsonObject)parameters.DeepClone();
            request["clientId"] = keyOf(number);
            return request;
        }
    }

    private async Task<string> SendAsync(Media file, string caption, JsonObject parameters, CancellationToken cancellationToken)
    {
        var kind = KindOf(file.MediaType);
        // The bridge reads it from disk; lines carry no files.
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"out-{Guid.NewGuid():N}"));
        try
        {
            await using (var source = await file.OpenReadAsync(cancellationToken))
            await using (var target = new FileStream(path, OpenOptions))
                await source.CopyToAsync(target, cancellationToken);
            parameters["kind"] = kind;
            parameters["path"] = path;
            parameters["mime"] = file.MediaType;
            if (caption.Length > 0)
                parameters["caption"] = caption;
            if (file.FileName is { Length: > 0 } name)
                parameters["fileName"] = name;
            // What is recorded as Opus is shown as something spoken.
            if (kind == "audio" && file.MediaType.StartsWith("audio/ogg", StringComparison.OrdinalIgnoreCase))
                parameters["ptt"] = true;
            return await calls.SendAsync("sendMedia", parameters, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static FileStreamOptions OpenOptions
    {
        get
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return options;
        }
    }

    private static string KindOf(string mime) => mime.ToLowerInvariant() switch
    {
        "image/webp" => "sticker",
        "image/jpeg" or "image/png" or "image/gif" => "image",
        "video/mp4" or "video/3gpp" => "video",
        var type when type.StartsWith("audio/", StringComparison.Ordinal) => "audio",
        _ => "document",
    };
}
