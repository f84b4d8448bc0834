namespace OpenClaw.Host.Agents.Models;

/// <summary>A model and who serves it, written <c>provider/model</c>; the model may hold further slashes.</summary>
internal sealed record ModelReference(string Provider, string Model)
{
    public static bool TryParse(string text, out ModelReference reference)
    {
        var slash = text.IndexOf('/');
        var qualified = slash > 0 && slash < text.Length - 1;
        reference = qualified ? new ModelReference(text[..slash], text[(slash + 1)..]) : new ModelReference(string.Empty, text);
        return qualified;
    }

    public override string ToString() => $"{Provider}/{Model}";
}
