using OpenClaw.Host.Cli.Output;
using OpenClaw.Host.Configuration.Loading;

namespace OpenClaw.Host.Cli.Commands;

/// <summary><c>config validate</c>: every mistake at once, with its line and its fix.</summary>
internal sealed class ConfigValidateCommand() : CliCommand("validate", "Check the configuration file")
{
    protected override Task<int> RunAsync(CliInvocation invocation, CancellationToken cancellationToken)
    {
        var result = invocation.Config;
        if (invocation.Json)
        {
            invocation.Console.WriteJson(Report(result, invocation), CliJsonContext.Default.ConfigValidation);
        }
        else
        {
            Print(result, invocation);
        }

        return Task.FromResult(result.IsValid ? ExitCodes.Success : ExitCodes.Failure);
    }

    private static string Headline(ConfigLoadResult result, CliInvocation invocation) =>
        $"OpenClaw config is invalid: {invocation.Show(result.Path)}";

    private static ConfigValidation Report(ConfigLoadResult result, CliInvocation invocation) => new()
    {
        Ok = result.IsValid ? null : false,
        Error = result.IsValid ? null : new() { Type = CliError.Local, Message = Headline(result, invocation) },
        Valid = result.IsValid,
        Path = result.Path,
        Issues = result.IsValid ? null : [.. result.Issues.Select(ConfigFinding.From)],
        Warnings = [.. result.Warnings.Select(ConfigFinding.From)],
    };

    private static void Print(ConfigLoadResult result, CliInvocation invocation)
    {
        var fileName = Path.GetFileName(result.Path);
        var error = invocation.Console.Error;
        foreach (var warning in result.Warnings)
        {
            error.WriteLine(ControlText.ToOneLine($"  ! {warning.Format(fileName)}"));
        }

        if (result.IsValid)
        {
            var what = result.Exists ? "OpenClaw config is valid" : "There is no OpenClaw config, defaults apply";
            invocation.Console.Output.WriteLine($"{what}: {invocation.Show(result.Path)}");
            return;
        }

        error.WriteLine(Headline(result, invocation));
        foreach (var issue in result.Issues)
        {
            error.WriteLine(ControlText.ToOneLine($"  × {issue.Format(fileName)}"));
            if (issue.Fix is { } fix)
            {
                error.WriteLine(ControlText.ToOneLine($"    {fix}"));
            }
        }
    }
}
