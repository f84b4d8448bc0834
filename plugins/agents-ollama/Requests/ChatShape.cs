using OpenClaw.Agents.Common.Failures;

namespace OpenClaw.Agents.Ollama.Requests;

/// <summary>The parts of a request that not every model knows.</summary>
/// <param name="Thinks">Whether thinking is mentioned.</param>
/// <param name="Tools">Whether tools are offered.</param>
internal sealed record ChatShape(bool Thinks, bool Tools)
{
    public static ChatShape For(ModelRequest request) =>
        new(request.Thinking != ThinkingLevel.Off, request.Tools.Count > 0 && request.ToolChoice.Mode != ToolChoiceMode.None);

    /// <summary>Another way to ask, where the model cannot do what it was asked for. Each part is given up once.</summary>
    public ChatShape? After(ErrorReport refusal)
    {
        if (refusal.Status != 400)
            return null;
        if (Thinks && refusal.Mentions("does not support thinking"))
            return this with { Thinks = false };
        return Tools && refusal.Mentions("does not support tools") ? this with { Tools = false } : null;
    }
}
