using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenClaw.Host.Agents.Attachments;
using OpenClaw.Host.Agents.Commands;
using OpenClaw.Host.Agents.Compaction;
using OpenClaw.Host.Agents.Conversations;
using OpenClaw.Host.Agents.Lanes;
using OpenClaw.Host.Agents.Models;
using OpenClaw.Host.Agents.Models.Failover;
using OpenClaw.Host.Agents.Prompts;
using OpenClaw.Host.Agents.Prompts.Workspace;
using OpenClaw.Host.Agents.Rpc;
using OpenClaw.Host.Agents.Runs;
using OpenClaw.Host.Agents.Skills;
using OpenClaw.Host.Agents.SystemEvents;
using OpenClaw.Host.Agents.ToolAccess;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Rpc;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Lives;

namespace OpenClaw.Host.Agents;

/// <summary>Registers the room.</summary>
internal static class AgentsServiceCollectionExtensions
{
    public static IServiceCollection AddAgents(this IServiceCollection services)
    {
        services.TryAddSingleton<AgentLimits>();
        services.AddSingleton<IAgentProviders, PluginAgentProviders>();
        services.AddSingleton<ModelSelector>().AddSingleton<ModelCatalog>();
        services.AddSingleton<ProviderCredentials>().AddSingleton<CooldownKeys>().AddSingleton<ModelCooldowns>();
        foreach (var migration in CooldownSchema.Migrations)
            services.AddSingleton(migration);
        services.AddSingleton<CompactionHooks>().AddSingleton<RunHooks>().AddSingleton<ISessionWatcher, SessionHooks>();
        services.AddSingleton<Summarizer>().AddSingleton<TranscriptCompactor>().AddSingleton<SummaryPauses>().AddSingleton<RunCompaction>();
        services.AddSingleton<ISessionCompactor>(static provider => provider.GetRequiredService<TranscriptCompactor>());
        services.AddSingleton<TranscriptReader>().AddSingleton<SystemPrompt>().AddSingleton<Workspaces>();
        services.AddSingleton<PromptClock>().AddSingleton<SkillsPrompt>().AddSingleton<WorkspaceFiles>().AddSingleton<WorkspaceBootstrap>();
        foreach (var migration in SystemEventsSchema.Migrations)
            services.AddSingleton(migration);
        services.AddSingleton<SystemEventQueue>().AddSingleton<IStatusSection, SystemEventsStatusSection>();
        services.AddSingleton<IOpenWork>(static provider => provider.GetRequiredService<ActiveRuns>());
        services.AddSingleton<ActiveRuns>().AddSingleton<SessionLanes>().AddSingleton<QueueModes>().AddSingleton<RunMerges>();
        services.AddSingleton<AgentsMetrics>();
        services.AddSingleton<QueueHealth>();
        services.AddSingleton<IHealthSection>(static provider => provider.GetRequiredService<QueueHealth>());
        services.AddSingleton<IStatusSection>(static provider => provider.GetRequiredService<QueueHealth>());
        services.AddSingleton<ModelTurn>().AddSingleton<ModelCalls>().AddSingleton<ModelRequests>().AddSingleton<ToolRound>().AddSingleton<RunLoop>();
        services.AddSingleton<RunSettlement>().AddSingleton<RunExecutor>();
        services.AddSingleton<AgentRuntime>();
        services.AddSingleton<ISessionRuntime, SessionRuntime>();
        services.AddSingleton<RunRequests>().AddSingleton<ChatSender>().AddSingleton<ModelList>();
        services.AddSingleton<ModelNames>().AddSingleton<CommandReader>();
        services.AddSingleton<SettingCommand>().AddSingleton<ModelCommand>().AddSingleton<ApproveCommand>().AddSingleton<RestartCommand>();
        services.AddSingleton<CommandAnswers>().AddSingleton<QueueCommand>().AddSingleton<CommandRuns>().AddSingleton<ClientCommands>();
        services.AddSingleton<ConversationResets>().AddSingleton<SessionChoices>();
        services.AddSingleton<RecentToolCalls>().AddSingleton<ToolInvocations>().AddSingleton<SkillFolders>();
        services.AddSingleton<IRpcModule, ToolsRpc>();
        services.AddSingleton<IRpcModule, SkillsRpc>();
        services.AddSingleton<IRpcModule, CommandsRpc>();
        services.AddSingleton<SendGuards>();
        services.AddSingleton<IRpcModule, ChatSendRpc>();
        services.AddSingleton<IRpcModule, ChatHistoryRpc>();
        services.AddSingleton<IRpcModule, AgentRpc>();
        services.AddSingleton<IRpcModule, AgentWaitRpc>();
        services.AddSingleton<IRpcModule, CatalogRpc>();
        services.AddSingleton<IRpcModule, AgentsStatsRpc>();
        services.AddSingleton<IRpcModule, ChatMetadataRpc>();
        services.AddSingleton<IRpcModule, AgentIdentityRpc>();
        services.AddSingleton<IRpcModule, ChatInjectRpc>();
        services.AddSingleton<IRpcModule, ChatMessageRpc>();
        services.AddSingleton<IRpcModule, SessionsCreateRpc>();
        services.AddSingleton<IRpcModule, SessionsPatchRpc>();
        services.AddSingleton<IRpcModule, SessionsResetRpc>();
        services.AddSingleton<IRpcModule, SessionsRunsRpc>();
        services.AddSingleton<MediaFolder>().AddSingleton<AttachmentReader>().AddSingleton<ShownMedia>();
        services.AddSingleton<IMediaClaims, RunMediaClaims>();
        services.AddHostedService<MediaRetention>();
        services.AddHostedService<AgentsLifetime>();
        return services;
    }
}
