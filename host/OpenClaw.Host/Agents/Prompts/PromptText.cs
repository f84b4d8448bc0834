namespace OpenClaw.Host.Agents.Prompts;

/// <summary>What a model is told before the conversation.</summary>
/// <param name="Stable">The same from turn to turn as long as nobody changes the agent; providers cache it.</param>
/// <param name="Changing">What belongs to this conversation and this day.</param>
internal sealed record PromptText(string Stable, string Changing)
{
    public string Whole => Stable + Changing;
}
