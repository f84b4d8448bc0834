using System.Buffers;
using OpenClaw.Host.Configuration.Aliases;
using OpenClaw.Host.Configuration.Json5;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Writing;

/// <summary>Between text and tree, for what is about to be written.</summary>
internal static class ConfigDocuments
{
    private static readonly string[] PrototypeKeys = ["__proto__", "constructor", "prototype"];

    /// <exception cref="ConfigWriteException">The text is no JSON5 object.</exception>
    public static ConfigObject Parse(ConfigChange change)
    {
        try
        {
            return Json5Reader.Read(change.Raw) is ConfigObject members
                ? WithoutPrototypeKeys(members)
                : throw new ConfigWriteException($"{change.Method} raw must be an object");
        }
        catch (Json5Exception error)
        {
            throw new ConfigWriteException($"SyntaxError: {error.Message}");
        }
    }

    /// <summary>A copy in the current spelling, so that an old name and a new one never stand side by side.</summary>
    public static ConfigObject InCurrentSpelling(ConfigObject document)
    {
        var copy = document.Clone();
        AliasNormaliser.Apply(copy, new IssueList());
        return copy;
    }

    public static byte[] Render(ConfigObject document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ConfigNodeJson.Write(document, buffer, indented: true);
        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    // Clients are written in a language in which such a key changes every object.
    private static ConfigObject WithoutPrototypeKeys(ConfigObject members) =>
        FindPrototypeKey(members) is { } name ? throw new ConfigWriteException($"the key \"{name}\" is not allowed in a configuration") : members;

    private static string? FindPrototypeKey(ConfigNode node) => node switch
    {
        ConfigObject members => members.Properties
            .Select(static property => PrototypeKeys.Contains(property.Name, StringComparer.Ordinal) ? property.Name : FindPrototypeKey(property.Value))
            .FirstOrDefault(static name => name is not null),
        ConfigArray array => array.Items.Select(FindPrototypeKey).FirstOrDefault(static name => name is not null),
        _ => null,
    };
}
