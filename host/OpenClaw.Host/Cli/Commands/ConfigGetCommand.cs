using System.CommandLine;
using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration.Schema;
using OpenClaw.Host.Configuration.Secrets;
using OpenClaw.Host.Configuration.Tree;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>config get</c>: one value as written, secrets hidden.</summary>
internal sealed class ConfigGetCommand() : CliCommand("get", "Print a value of the configuration file")
{
    private readonly Argument<string?> _path = new("path")
    {
        Description = "The key, for example gateway.port; everything when left out",
        Arity = ArgumentArity.ZeroOrOne,
    };

    protected override void Configure(Command command) => command.Arguments.Add(_path);

    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = invocation.Config;
        var source = result.Source ?? throw new CliException(
            $"{invocation.Show(result.Path)} cannot be read as configuration. Inspect with openclaw config validate.");
        var document = ConfigRedactor.Redact(source);
        var value = invocation.Get(_path) is { } path ? document.Find(path) ?? throw Missing(path) : document;
        if (invocation.Json || value is ConfigObject or ConfigArray)
        {
            invocation.Console.WriteJson(value.ToJsonElement());
        }
        else
        {
            invocation.Console.Output.WriteLine(Bare(value));
        }

        return Task.FromResult(ExitCodes.Success);
    }

    private static string Bare(ConfigNode value) => value is ConfigString text ? ControlText.Harmless(text.Value) : value.ToJsonElement().GetRawText();

    private static CliException Missing(string path) => new(IsKnown(path)
        ? $"Config path is valid but unset: {path}. The default applies until you set a value with openclaw config set {path} <value>."
        : $"Unknown config path: {path}. Run openclaw config get to see what is set.");

    /// <summary>Open sections and maps accept any key below them.</summary>
    private static bool IsKnown(string path)
    {
        SchemaNode at = ConfigSchema.Root;
        foreach (var segment in path.Split('.'))
        {
            if (at is not ObjectSchema known)
            {
                return at is AnySchema or MapSchema or ListSchema or UnionSchema;
            }

            if (!known.Keys.TryGetValue(segment, out at!))
            {
                return false;
            }
        }

        return true;
    }
}
