using OpenClaw.Agents.Common.Failures;
using OpenClaw.Agents.Common.Settings;

namespace OpenClaw.Agents.OpenAI.Requests;

/// <summary>The choices far ends disagree on.</summary>
internal sealed record RequestShape
{
    public const string NewTokensField = "max_completion_tokens";
    public const string OldTokensField = "max_tokens";

    private static readonly string[] RejectingWords =
        ["unsupported", "not support", "unrecognized", "unknown", "not permitted", "not allowed", "extra", "unexpected", "additional propert", "invalid"];

    public string TokensField { get; init; } = NewTokensField;

    public bool AsksForUsage { get; init; } = true;

    public bool SendsReasoningEffort { get; init; } = true;

    public bool UsesDeveloperRole { get; init; }

    public bool Streams { get; init; } = true;

    public static RequestShape For(ModelSettings model, Uri address) => new()
    {
        TokensField = model.Compat.MaxTokensField == OldTokensField ? OldTokensField : NewTokensField,
        AsksForUsage = model.Compat.SupportsUsageInStreaming ?? true,
        SendsReasoningEffort = model.Compat.SupportsReasoningEffort ?? true,
        UsesDeveloperRole = model.Info?.Reasoning == true && (model.Compat.SupportsDeveloperRole ?? address.Host == "api.openai.com"),
        Streams = model.Streaming,
    };

    /// <summary>Another way to ask, where the far end named the part it does not know.</summary>
    public RequestShape? After(ErrorReport refusal)
    {
        if (refusal.Status is not (400 or 422) || !refusal.Mentions(RejectingWords))
            return null;
        if (AsksForUsage && refusal.Mentions("stream_options"))
            return this with { AsksForUsage = false };
        if (SendsReasoningEffort && refusal.Mentions("reasoning_effort"))
            return this with { SendsReasoningEffort = false };
        if (UsesDeveloperRole && refusal.Mentions("developer"))
            return this with { UsesDeveloperRole = false };
        return refusal.Mentions(TokensField)
            ? this with { TokensField = TokensField == NewTokensField ? OldTokensField : NewTokensField }
            : null;
    }
}
