using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.OpenAI.Responses;

/// <summary>The parts of a request that not every far end knows.</summary>
/// <param name="Reasons">Whether thinking is asked for.</param>
/// <param name="KeepsThoughts">Whether the model's sealed thoughts are asked for and sent back.</param>
/// <param name="Streams">Whether the answer comes in pieces.</param>
internal sealed record ResponseShape(bool Reasons, bool KeepsThoughts, bool Streams)
{
    public static ResponseShape For(ModelSettings model) =>
        new(model.Compat.SupportsReasoningEffort ?? true, KeepsThoughts: true, model.Streaming);

    /// <summary>Another way to ask, where the far end named the part it does not know. Each part is given up once.</summary>
    public ResponseShape? After(ErrorReport refusal)
    {
        if (refusal.Status is not (400 or 422))
            return null;
        if (KeepsThoughts && refusal.Mentions("include", "encrypted_content", "encrypted content"))
            return this with { KeepsThoughts = false };
        return Reasons && refusal.Mentions("reasoning") ? this with { Reasons = false, KeepsThoughts = false } : null;
    }
}
