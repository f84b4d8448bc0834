namespace OpenClaw.Host.Tools;

/// <summary>Registers the room.</summary>
internal static class ToolsServiceCollectionExtensions
{
    public static IServiceCollection AddTools(this IServiceCollection services) =>
        services
            .AddSingleton<IToolSource, PluginTools>()
            .AddSingleton<ToolRegistry>()
            .AddSingleton<ToolBatches>()
            .AddSingleton<ToolsMetrics>()
            .AddSingleton<ToolCallRunner>();
}
