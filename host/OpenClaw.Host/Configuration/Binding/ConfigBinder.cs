using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Configuration.Binding;

/// <summary>Makes the typed snapshot from a document that passed the schema.</summary>
internal static class ConfigBinder
{
    public static OpenClawConfig Bind(ConfigObject document, BindingContext context)
    {
        var root = new SectionReader(document, context);
        return new OpenClawConfig
        {
            Gateway = GatewayBinder.Bind(root.Section("gateway")),
            Agents = AgentsBinder.Bind(root.Section("agents")),
            Session = SessionBinder.Bind(root.Section("session")),
            Models = CredentialsBinder.Bind(ModelsBinder.Bind(root.Section("models")), root.Section("auth")),
            Plugins = HostBinders.BindPlugins(root.Section("plugins")),
            Logging = HostBinders.BindLogging(root.Section("logging")),
            Messages = HostBinders.BindMessages(root.Section("messages")),
            Raw = document.ToJsonElement(),
        };
    }
}
