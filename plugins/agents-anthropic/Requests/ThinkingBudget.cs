using OpenClaw.Agents.Common.Settings;
using OpenClaw.Content;

namespace OpenClaw.Agents.Anthropic.Requests;

/// <summary>How many tokens a model may think with. The far end counts them into the answer's limit.</summary>
/// <param name="Thinking">Tokens for thoughts.</param>
/// <param name="Total">Tokens for thoughts and answer.</param>
internal sealed record ThinkingBudget(int Thinking, int Total)
{
    public const int DefaultAnswer = 8192;
    private const int Least = 1024;

    /// <summary>Nothing where the model is not to think, or the far end would refuse it now.</summary>
    public static ThinkingBudget? Of(ModelRequest request, ModelSettings model)
    {
        var wanted = request.Thinking switch
        {
            ThinkingLevel.Minimal => Least,
            ThinkingLevel.Low => 2048,
            ThinkingLevel.Medium => 8192,
            ThinkingLevel.High => 16_384,
            ThinkingLevel.Max => 32_768,
            _ => 0,
        };
        if (wanted == 0 || model.Info?.Reasoning == false || IsForced(request.ToolChoice) || ContinuesWithoutThoughts(request))
            return null;
        var total = request.MaxOutputTokens ?? wanted + DefaultAnswer;
        var thinking = Math.Min(wanted, total - Least);
        return thinking < Least ? null : new ThinkingBudget(thinking, total);
    }

    private static bool IsForced(ToolChoice choice) => choice.Mode is ToolChoiceMode.Required or ToolChoiceMode.Named;

    // Inside a tool loop the far end wants the thoughts that led to the call, which another model did not leave.
    private static bool ContinuesWithoutThoughts(ModelRequest request)
    {
        if (request.Messages[^1].Role != ModelRole.Tool)
            return false;
        var asked = request.Messages.LastOrDefault(static message => message.Role == ModelRole.Assistant);
        return asked?.Parts.Any(static part => part is ThinkingPart { Signature.Length: > 0 }) != true;
    }
}
