namespace OpenClaw.Sdk;

/// <summary>Which property of the project a key of the manifest comes from.</summary>
internal static class PropertyNames
{
    public static string Of(string key) => key switch
    {
        "id" => "PluginId",
        "name" => "PluginName",
        "version" => "Version",
        "description" => "Description",
        "contract" => "PluginContractMin, PluginContractMax",
        "entryAssembly" => "AssemblyName",
        "entryType" => "PluginEntryType",
        "kinds" => "PluginKinds",
        "permissions" => "PluginPermissions",
        "offers.channels" => "PluginChannels",
        "offers.providers" => "PluginProviders",
        "offers.apis" => "PluginApis",
        "offers.routes" => "PluginRoutes",
        "offers.methods" => "PluginMethods",
        "offers.commands" or "offers.commands.name" or "offers.commands.description" => "PluginCommands",
        _ => key,
    };
}
