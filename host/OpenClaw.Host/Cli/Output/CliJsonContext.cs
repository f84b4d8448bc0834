using System.Text.Json.Serialization;
using OpenClaw.Host.Cli.Commands;
using OpenClaw.Host.Cli.Commands.Agents;
using OpenClaw.Host.Cli.Commands.Backups;
using OpenClaw.Host.Cli.Commands.Doctor;
using OpenClaw.Host.Cli.Commands.Gateways;
using OpenClaw.Host.Cli.Commands.Pairing;
using OpenClaw.Host.Cli.Commands.Planning;
using OpenClaw.Host.Cli.Commands.Plugins;
using OpenClaw.Host.Cli.Logs;
using OpenClaw.Host.Cli.Probing;

namespace OpenClaw.Host.Cli.Output;

/// <summary>Contracts of what commands print for scripts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CliFailure))]
[JsonSerializable(typeof(ConfigValidation))]
[JsonSerializable(typeof(GatewayStatusReport))]
[JsonSerializable(typeof(StatusReport))]
[JsonSerializable(typeof(ProbeReport))]
[JsonSerializable(typeof(PairingQuestion))]
[JsonSerializable(typeof(PairingDecision))]
[JsonSerializable(typeof(PairingList))]
[JsonSerializable(typeof(LogRecord))]
[JsonSerializable(typeof(BackupReport))]
[JsonSerializable(typeof(DoctorReport))]
[JsonSerializable(typeof(PackageUpdates))]
[JsonSerializable(typeof(PinnedPackage))]
[JsonSerializable(typeof(MadePlugin))]
[JsonSerializable(typeof(DevelopedPlugin))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PluginsDoctorReport))]
[JsonSerializable(typeof(IReadOnlyList<AgentDocument>))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
