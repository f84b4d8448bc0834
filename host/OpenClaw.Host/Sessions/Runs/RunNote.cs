namespace OpenClaw.Host.Sessions.Runs;

/// <summary>A word about a run's work for the chat it came from.</summary>
/// <param name="Key">Unique in the run: what was said under a key is not said again.</param>
/// <param name="Text">The word.</param>
internal sealed record RunNote(string Key, string Text);
