using OpenClaw.Agents.Common.Failures;

namespace OpenClaw.Agents.Common.Answers;

/// <summary>The texts of an answer on their way out, with secrets masked also where one is split over pieces.</summary>
internal sealed class Texts(SecretMask mask)
{
    private readonly StreamMask _text = new(mask);
    private readonly StreamMask _thinking = new(mask);

    /// <summary>Whether the model said or thought anything.</summary>
    public bool SaidAnything { get; private set; }

    public IEnumerable<ModelUpdate> Push(string? text = null, string? thinking = null)
    {
        SaidAnything |= !string.IsNullOrEmpty(text) || !string.IsNullOrEmpty(thinking);
        return Updates(_text.Push(text ?? ""), _thinking.Push(thinking ?? ""));
    }

    /// <summary>Ends a block of thoughts.</summary>
    public IEnumerable<ModelUpdate> CloseThought(string? signature)
    {
        var rest = _thinking.Flush();
        return rest.Length > 0 || signature is not null ? [new ThinkingDelta(rest, signature)] : [];
    }

    public IEnumerable<ModelUpdate> Flush() => Updates(_text.Flush(), _thinking.Flush());

    private static List<ModelUpdate> Updates(string text, string thinking)
    {
        List<ModelUpdate> updates = [];
        if (thinking.Length > 0)
            updates.Add(new ThinkingDelta(thinking));
        if (text.Length > 0)
            updates.Add(new TextDelta(text));
        return updates;
    }
}
