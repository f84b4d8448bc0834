using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Frames;

namespace OpenClaw.Bench.Frames;

/// <summary>The frame path without a socket. The baseline parses the same bytes into a document, as a plain server would.</summary>
[MemoryDiagnoser]
public class FrameBenchmarks
{
    private static readonly byte[] Request =
        """{"type":"req","id":"5b0a3c2e-8a41-4f4e-9a53-0c1de0a6a1f7","method":"chat.send","params":{"sessionKey":"main","message":"What is the weather like in Reykjavik today?","idempotencyKey":"7d9e2a44-1c0b-4b1e-8f57-31a6f9f1f001"}}"""u8.ToArray();

    private static readonly byte[] Payload =
        """{"runId":"7d9e2a44-1c0b-4b1e-8f57-31a6f9f1f001","sessionKey":"agent:main:main","agentId":"main","seq":12,"state":"delta","deltaText":" wind from the north","message":{"role":"assistant","content":[{"type":"text","text":"Cold, with a wind from the north"}],"timestamp":1760000000000}}"""u8.ToArray();

    private readonly ArrayBufferWriter<byte> _output = new(4096);

    public static int Run(string[] args)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromTypes([typeof(FrameBenchmarks)]).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
        return 0;
    }

    [Benchmark(Baseline = true)]
    public int ParseDocument()
    {
        using var document = JsonDocument.Parse(Request);
        return document.RootElement.GetProperty("method").GetString()!.Length;
    }

    [Benchmark]
    public int ParseRequest()
    {
        FrameReader.Read(Request, out var frame, out _);
        return frame.Method.Length;
    }

    [Benchmark]
    public int WriteEvent()
    {
        _output.ResetWrittenCount();
        FrameWriter.WriteEvent(_output, EventNames.Chat, Payload, seq: 42);
        return _output.WrittenCount;
    }

    [Benchmark]
    public int WriteResult()
    {
        _output.ResetWrittenCount();
        FrameWriter.WriteResult(_output, "5b0a3c2e-8a41-4f4e-9a53-0c1de0a6a1f7", Payload);
        return _output.WrittenCount;
    }
}
