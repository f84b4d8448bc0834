using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Channels.Admission;

/// <summary>Words that call an agent in a group without a mention: those configured, else its name and emoji.</summary>
internal static class MentionPatterns
{
    private const int MaxPatterns = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    public static bool Matches(string text, AgentConfig? agent, JsonElement configuration) =>
        Of(agent, configuration).Any(pattern => IsMatch(text, pattern));

    private static IEnumerable<string> Of(AgentConfig? agent, JsonElement configuration)
    {
        var own = configuration.Member("agents").Member("entries").Member(agent?.Id ?? "").Member("groupChat").Texts("mentionPatterns");
        var configured = own ?? configuration.Member("messages").Member("groupChat").Texts("mentionPatterns");
        if (configured is not null)
            return configured.Take(MaxPatterns);
        string?[] derived = [Word(agent?.Identity.Name ?? agent?.Name), agent?.Identity.Emoji is { Length: > 0 } emoji ? Regex.Escape(emoji) : null];
        return derived.OfType<string>();
    }

    private static string? Word(string? name) => string.IsNullOrWhiteSpace(name) ? null : $@"\b@?{Regex.Escape(name.Trim())}\b";

    private static bool IsMatch(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
        }
        catch (Exception error) when (error is ArgumentException or RegexMatchTimeoutException)
        {
            // A pattern that does not parse or runs away calls nobody.
            return false;
        }
    }
}
