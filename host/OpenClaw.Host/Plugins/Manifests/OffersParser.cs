using System.Text.Json;

namespace OpenClaw.Host.Plugins.Manifests;

/// <summary>Reads <c>offers</c> of a manifest.</summary>
internal static class OffersParser
{
    private const string Fix =
        "Write {\"channels\": [...], \"providers\": [...], \"apis\": [...], \"routes\": [...], \"methods\": [...], \"commands\": [...]} with what the plugin registers, or leave it out.";

    private const string CommandFix = "Write {\"name\": \"...\", \"description\": \"...\"}, the name as 2 to 32 of a-z 0-9 and '-', starting with a letter.";

    public static PluginOffers? Parse(ManifestFields manifest)
    {
        if (manifest.Value("offers", required: false, Fix) is not { } value)
            return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            manifest.Refuse("offers", value.GetRawText(), "is not an object", Fix);
            return null;
        }

        var offers = new ManifestFields(value, "offers.", manifest);
        return new PluginOffers
        {
            Channels = Names(offers, "channels"),
            Providers = Names(offers, "providers"),
            Apis = Names(offers, "apis"),
            Routes = Names(offers, "routes"),
            Methods = Names(offers, "methods"),
            Commands = Commands(offers),
        };
    }

    private static IReadOnlyList<string> Names(ManifestFields offers, string key) =>
        offers.Texts(key, required: false, ManifestLimits.MaxOffers, "List ids, for example \"telegram\".") ?? [];

    private static List<OfferedCommand> Commands(ManifestFields offers)
    {
        List<OfferedCommand> commands = [];
        if (offers.Value("commands", required: false, CommandFix) is not { } value)
            return commands;
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() > ManifestLimits.MaxOffers)
        {
            offers.Refuse("commands", null, $"is not a list of at most {ManifestLimits.MaxOffers} entries", CommandFix);
            return commands;
        }

        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
            {
                offers.Refuse("commands", item.GetRawText(), "is not an object", CommandFix);
                continue;
            }

            var fields = new ManifestFields(item, "offers.commands.", offers);
            var name = fields.Text("name", required: true, CommandFix);
            var description = fields.Text("description", required: true, CommandFix);
            if (name is not null && !PluginCommandNames.IsValid(name))
                fields.Refuse("name", name, "is not a command", CommandFix);
            else if (name is not null && description is not null)
                commands.Add(new OfferedCommand(name, description));
        }

        return commands;
    }
}
