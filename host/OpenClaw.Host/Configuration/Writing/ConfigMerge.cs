using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>
/// Merges a patch into a document as RFC 7396 says, with two additions: lists whose items carry an <c>id</c> merge item by
/// item, and a list loses items only where the caller names its path.
/// </summary>
internal sealed class ConfigMerge(IReadOnlyCollection<string> replacePaths)
{
    private const string Id = "id";

    private readonly List<string> _shrunk = [];

    /// <summary>Lists that the patch would have cut short without leave.</summary>
    public IReadOnlyList<string> Shrunk => _shrunk;

    public void Apply(ConfigObject target, ConfigObject patch, string path = "")
    {
        foreach (var (name, value, _) in patch.Properties)
        {
            if (value is ConfigNull)
            {
                target.Remove(name);
            }
            else
            {
                target.Set(name, Merge(target[name], value, SchemaNode.Join(path, name)));
            }
        }
    }

    private ConfigNode Merge(ConfigNode? current, ConfigNode value, string path)
    {
        switch (value)
        {
            case ConfigObject members:
                var merged = current as ConfigObject ?? new ConfigObject();
                Apply(merged, members, path);
                return merged;
            case ConfigArray array when current is ConfigArray old && !replacePaths.Contains(path):
                if (HaveIds(old) && HaveIds(array))
                {
                    return MergeById(old, array, path);
                }

                if (array.Items.Count < old.Items.Count)
                {
                    _shrunk.Add(path);
                }

                return array;
            default:
                return value;
        }
    }

    private ConfigArray MergeById(ConfigArray current, ConfigArray patch, string path)
    {
        var items = current.Items.ToList();
        foreach (var item in patch.Items.Cast<ConfigObject>())
        {
            var at = items.FindIndex(candidate => IdOf(candidate) == IdOf(item));
            if (at < 0)
            {
                items.Add(item);
            }
            else
            {
                Apply((ConfigObject)items[at], item, SchemaNode.Join(path, at.ToString()));
            }
        }

        return new ConfigArray(items, current.Span);
    }

    private static bool HaveIds(ConfigArray array) => array.Items.All(static item => IdOf(item) is not null);

    private static string? IdOf(ConfigNode node) => ((node as ConfigObject)?[Id] as ConfigString)?.Value;
}
