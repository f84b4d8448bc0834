using System.Text.RegularExpressions;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Secrets;

/// <summary>Finds every secret in a document, known section or not.</summary>
internal static partial class SecretFinder
{
    public static IEnumerable<FoundSecret> Find(ConfigNode node, string path = "") => node switch
    {
        ConfigObject members => members.Properties.SelectMany(property => Find(property.Value, SchemaNode.Join(path, property.Name))),
        ConfigArray array => array.Items.SelectMany((item, at) => Find(item, ItemPath(path, at))),
        ConfigString { Value: "" } => [],
        ConfigString text when SecretKeys.IsSecret(path) => [new FoundSecret(path, text, text.Value, ConfigRedactor.Placeholder)],
        ConfigNumber number when SecretKeys.IsSecret(path) => [new FoundSecret(path, number, number.ToString(), ConfigRedactor.Placeholder)],
        ConfigString text => CredentialsIn(text, path),
        _ => [],
    };

    // A list of secrets is as secret as a single one, so its items keep the path of the list.
    private static string ItemPath(string path, int at) => SecretKeys.IsSecret(path) ? path : SchemaNode.Join(path, at.ToString());

    /// <summary>The text without the credentials of a URL in it.</summary>
    public static string HideCredentials(string text) =>
        MayHaveCredentials(text) ? UrlCredentials().Replace(text, $"${{scheme}}{ConfigRedactor.Placeholder}@") : text;

    // The pattern is dear to build, and few documents have an address with credentials in it.
    private static bool MayHaveCredentials(string text) =>
        text.Contains("://", StringComparison.Ordinal) && text.Contains('@', StringComparison.Ordinal);

    private static IEnumerable<FoundSecret> CredentialsIn(ConfigString text, string path)
    {
        if (!MayHaveCredentials(text.Value))
        {
            yield break;
        }

        var match = UrlCredentials().Match(text.Value);
        if (match.Success)
        {
            // A lone user name is hidden in answers but is too ordinary a word to blank out of every log line.
            var secret = match.Groups["user"].Success ? match.Groups["secret"].Value : "";
            yield return new FoundSecret(path, text, secret, HideCredentials(text.Value));
        }
    }

    [GeneratedRegex("(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*://)(?:(?<user>[^/@\\s:]*):)?(?<secret>[^/\\s]+)@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex UrlCredentials();
}
