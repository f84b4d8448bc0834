using System.Buffers.Text;
using System.Text.Json;
using OpenClaw.Host.Cli.Remote;

namespace OpenClaw.Host.Cli.NodeHost;

/// <summary>What a setup code holds: the gateway, and a token that is good once. Its text form never shows the token.</summary>
internal sealed record SetupCode(Uri Url, string Token)
{
    private const int Longest = 4_096;

    /// <exception cref="CliException">It is no setup code.</exception>
    public static SetupCode Read(string text)
    {
        try
        {
            if (text.Length <= Longest && Base64Url.IsValid(text)
                && JsonElement.Parse(Base64Url.DecodeFromChars(text)) is var document
                && document.TextAt("bootstrapToken") is { } token
                && Uri.TryCreate(document.TextAt("url"), UriKind.Absolute, out var url) && url.Scheme is ("ws" or "wss"))
            {
                return new SetupCode(url, token);
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new CliException("--setup-code is no setup code. Make one on the gateway's machine with openclaw qr.");
    }

    public override string ToString() => $"{nameof(SetupCode)} {{ Url = {Url} }}";
}
