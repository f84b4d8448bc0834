using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Cli.Remote;
using OpenClaw.Host.Plugins.Packages.Rpc;
using OpenClaw.Protocol;

namespace OpenClaw.Host.Cli.Commands.Plugins;

/// <summary><c>plugins search</c>.</summary>
internal sealed class PluginsSearchCommand() : PackageCommand("search", "Search the package sources for plugins")
{
    private readonly Argument<string> _query = new("query") { Description = "What to look for" };
    private readonly Option<int> _limit = RemoteOptions.Positive(new("--limit") { Description = "How many to show", HelpName = "n", DefaultValueFactory = _ => PluginsSearchParams.DefaultLimit });
    private readonly Option<string?> _source = PackageOptions.Source();

    protected override void Configure(Command command)
    {
        command.Arguments.Add(_query);
        command.Options.Add(_limit);
        command.Options.Add(_source);
        base.Configure(command);
    }

    protected override async Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var feed = PackageOptions.FeedOf(invocation.Get(_source));
        // Another source than the configured ones is this command's own business.
        await using var door = feed is null ? await OpenAsync(invocation, cancellationToken, MethodNames.PluginsSearch) : new LocalPackageDoor(Manager(invocation));
        var result = await door.SearchAsync(new PluginsSearchParams { Query = invocation.Get(_query)!, Limit = Math.Min(invocation.Get(_limit), 100) }, feed, cancellationToken);
        if (invocation.Json)
        {
            invocation.Console.WriteJson(result, PackagesRpcJsonContext.Default.PluginsSearchResult);
            return ExitCodes.Success;
        }

        foreach (var note in result.Notes)
            invocation.Console.Error.WriteLine(ControlText.ToOneLine($"note: {note}"));
        if (result.Results.Count == 0)
            invocation.Console.Output.WriteLine("No plugin was found.");
        else
            invocation.Console.WriteTable(new(["Package", "Version", "Source", "Description"], [.. result.Results.Select(static one => (string[])[one.PackageName, one.Version, one.Source, one.Description ?? ""])]));
        return ExitCodes.Success;
    }
}
