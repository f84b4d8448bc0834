namespace OpenClaw.Agents.Common.Failures;

/// <summary>Masks secrets in a text that comes in pieces: holds back an end that could be the beginning of one.</summary>
internal sealed class StreamMask(SecretMask mask)
{
    private string _held = "";

    public string Push(string piece)
    {
        var text = mask.Clean(_held + piece);
        var open = mask.OpenTail(text);
        _held = text[^open..];
        return text[..^open];
    }

    public string Flush()
    {
        var rest = _held;
        _held = "";
        return rest;
    }
}
