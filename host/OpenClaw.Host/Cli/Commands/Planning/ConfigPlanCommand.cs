using System.CommandLine;
using OpenClaw.Host.Cli.Commands.ConfigFiles;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Configuration.Loading;
using OpenClaw.Host.Configuration.Reload;
using OpenClaw.Host.Configuration.Tree;
using OpenClaw.Host.Configuration.Writing;
using OpenClaw.Host.Plugins;
using OpenClaw.Host.Plugins.Forecast;

namespace OpenClaw.Host.Cli.Commands.Planning;

/// <summary><c>config plan</c>: what a change of the configuration would do to a gateway that runs. Nothing is changed.</summary>
internal sealed class ConfigPlanCommand() : CliCommand("plan", "Show what a change would do to a running gateway, without making it")
{
    private readonly Option<string?> _file = new("--file") { Description = "The configuration as it would be", HelpName = "candidate" };
    private readonly Option<string[]> _set = new("--set")
    {
        Description = "One value as it would be; may be repeated",
        HelpName = "path=value",
        Arity = ArgumentArity.OneOrMore,
    };

    protected override void Configure(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_set);
    }

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var after = CandidateOf(invocation);
        if (!after.IsValid)
            throw new CliException($"That configuration would not be taken:{string.Concat(after.Issues.Select(static issue => $"\n- {issue.DisplayPath}: {issue.Message}"))}");
        var before = InForce(invocation);
        var plan = ReloadPlan.Make(before.Source ?? new ConfigObject(), before.Require(), after);
        var selections = new PluginSelectionFactory(invocation.Paths, AppContext.BaseDirectory);
        var document = PlanDocument.Of(plan, PluginForecast.Make(selections.Create(before.Require()), selections.Create(after.Require())));
        if (invocation.Json)
            invocation.Console.WriteJson(document, CliJsonContext.Default.PlanDocument);
        else
            PlanText.Write(document, invocation.Console.Output);
        return Task.FromResult(ExitCodes.Success);
    }

    private ConfigLoadResult CandidateOf(CliInvocation invocation)
    {
        if (invocation.Get(_file) is { } file)
        {
            var content = ConfigFileReader.Read(Path.GetFullPath(file));
            return content.Exists ? Run(invocation, content) : throw new CliException($"There is no file {file}.");
        }

        if (invocation.Get(_set) is not { Length: > 0 } edits)
            return invocation.Config;
        var document = ConfigDocuments.InCurrentSpelling(invocation.Config.Parsed ?? new ConfigObject());
        foreach (var edit in edits)
            Apply(document, edit);
        return Run(invocation, new ConfigFileContent { Exists = true, Bytes = ConfigDocuments.Render(document) });
    }

    /// <summary>What a gateway last took, where one ever ran on this file; without an edit of the caller the file itself is the change.</summary>
    private static ConfigLoadResult InForce(CliInvocation invocation)
    {
        var lastGood = Run(invocation, ConfigFileReader.Read(ConfigLastGood.NameOf(invocation.Paths.ConfigFile)));
        return lastGood is { Exists: true, IsValid: true } ? lastGood
            : invocation.Config.IsValid ? invocation.Config
            : Run(invocation, new ConfigFileContent());
    }

    private static ConfigLoadResult Run(CliInvocation invocation, ConfigFileContent content) =>
        new ConfigPipeline(invocation.Paths, invocation.Variable, ConfigOverrides.None).Run(content);

    private static void Apply(ConfigObject document, string edit)
    {
        var cut = edit.IndexOf('=', StringComparison.Ordinal);
        if (cut < 1)
            throw new CliException($"--set {edit}: write path=value, for example --set gateway.port=18790.");
        if (!document.TrySet(edit[..cut], ConfigFileEdit.ValueOf(edit[(cut + 1)..])))
            throw new CliException($"--set {edit}: something that is no object stands in the way of {edit[..cut]}.");
    }
}
