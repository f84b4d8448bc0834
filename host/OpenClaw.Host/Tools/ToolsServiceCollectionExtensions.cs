using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Tools.Approvals;
using OpenClaw.Host.Tools.Approvals.Documents;
using OpenClaw.Host.Tools.Approvals.Rpc;

namespace OpenClaw.Host.Tools;

/// <summary>Registers the room.</summary>
internal static class ToolsServiceCollectionExtensions
{
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        foreach (var migration in ApprovalsSchema.Migrations)
            services.AddSingleton(migration);
        services.TryAddSingleton<ApprovalLimits>();
        services.AddSingleton<ApprovalStore>().AddSingleton<ApprovalEvents>().AddSingleton<ApprovalsFile>();
        services.AddSingleton<ApprovalDesk>().AddHostedService(static provider => provider.GetRequiredService<ApprovalDesk>());
        services.AddSingleton<IRpcModule, ExecApprovalRpc>();
        services.AddSingleton<IRpcModule, ExecApprovalsRpc>();
        return services
            .AddSingleton<IToolSource, PluginTools>()
            .AddSingleton<ToolRegistry>()
            .AddSingleton<ToolHooks>()
            .AddSingleton<ToolBatches>()
            .AddSingleton<ToolsMetrics>()
            .AddSingleton<ToolCallRunner>();
    }
}
