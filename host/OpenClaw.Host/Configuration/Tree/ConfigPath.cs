namespace OpenClaw.Host.Configuration.Tree;

/// <summary>Reaches into a tree by dotted key. Keys that contain a dot themselves are not reachable this way.</summary>
internal static class ConfigPath
{
    public static ConfigNode? Find(this ConfigNode root, string path)
    {
        var node = root;
        foreach (var segment in path.Split('.'))
        {
            node = node switch
            {
                ConfigObject members => members[segment],
                ConfigArray array when int.TryParse(segment, out var at) && at >= 0 && at < array.Items.Count => array.Items[at],
                _ => null,
            };
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }

    /// <summary>Sets a value, making objects on the way. False when something that is no object stands in the way.</summary>
    public static bool TrySet(this ConfigObject root, string path, ConfigNode value)
    {
        var segments = path.Split('.');
        var owner = root;
        foreach (var segment in segments[..^1])
        {
            if (!owner.TryGet(segment, out var next))
            {
                next = new ConfigObject();
                owner.Set(segment, next);
            }

            if (next is not ConfigObject members)
            {
                return false;
            }

            owner = members;
        }

        owner.Set(segments[^1], value);
        return true;
    }

    /// <summary>Removes a value, and objects that this leaves empty.</summary>
    public static void RemoveAt(this ConfigObject root, string path)
    {
        var cut = path.LastIndexOf('.');
        var owner = cut < 0 ? root : root.Find(path[..cut]) as ConfigObject;
        if (owner is null || !owner.Remove(path[(cut + 1)..]))
        {
            return;
        }

        if (cut >= 0 && owner.Properties.Count == 0)
        {
            root.RemoveAt(path[..cut]);
        }
    }
}
