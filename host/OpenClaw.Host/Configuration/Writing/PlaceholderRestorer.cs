using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Puts back the secrets that a reader only saw as a placeholder, so that what was read can be written again.</summary>
internal sealed class PlaceholderRestorer(IssueList issues)
{
    private const string Id = "id";

    public ConfigNode Restore(ConfigNode written, ConfigNode? stored, string path = "") => written switch
    {
        ConfigString { Value: ConfigRedactor.Placeholder } => stored?.Clone() ?? Refuse(written, path, "there is no stored value to keep"),
        ConfigString text when text.Value.Contains(ConfigRedactor.Placeholder, StringComparison.Ordinal) => RestoreAddress(text, stored, path),
        ConfigObject members => new ConfigObject(
            members.Properties.Select(property => property with
            {
                Value = Restore(property.Value, (stored as ConfigObject)?[property.Name], SchemaNode.Join(path, property.Name)),
            }),
            members.Span),
        ConfigArray array => new ConfigArray(
            array.Items.Select((item, at) => Restore(item, Counterpart(item, at, array, stored as ConfigArray), SchemaNode.Join(path, at.ToString()))),
            array.Span),
        _ => written,
    };

    private ConfigNode RestoreAddress(ConfigString written, ConfigNode? stored, string path) =>
        stored is ConfigString { Value: var value } && SecretFinder.HideCredentials(value) == written.Value
            ? stored
            : Refuse(written, path, "the hidden part cannot be kept when the rest of the address changes");

    private ConfigNode Refuse(ConfigNode written, string path, string why)
    {
        issues.Error(path, written, $"Invalid input: {ConfigRedactor.Placeholder} means \"keep the stored value\", but {why}", "Write the value itself.");
        return written;
    }

    /// <summary>The stored item that an item stands for. Never guessed by place alone once items came or went: that would hand one entry another's secret.</summary>
    private static ConfigNode? Counterpart(ConfigNode item, int at, ConfigArray written, ConfigArray? stored)
    {
        if (stored is null)
        {
            return null;
        }

        if ((item as ConfigObject)?[Id] is ConfigString { Value: var id })
        {
            return stored.Items.FirstOrDefault(candidate => (candidate as ConfigObject)?[Id] is ConfigString { Value: var other } && other == id);
        }

        if (stored.Items.Count == written.Items.Count)
        {
            return stored.Items[at];
        }

        var alike = stored.Items.Where(candidate => candidate is ConfigObject members && ConfigRedactor.Redact(members).ContentEquals(item)).Take(2).ToList();
        return alike.Count == 1 ? alike[0] : null;
    }
}
