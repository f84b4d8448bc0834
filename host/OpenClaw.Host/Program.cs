using OpenClaw.Host.Cli;

using var signals = new TerminationSignals();
return await CliApplication.RunAsync(args, CliEnvironment.OfProcess(), signals.Token);
