using OpenClaw.Agents.Anthropic.Wire;
using OpenClaw.Agents.Common.Http;

namespace OpenClaw.Agents.Anthropic.Answers;

/// <summary>The blocks of a message that have begun and not ended.</summary>
internal sealed class OpenBlocks
{
    private const int Most = 256;
    private readonly Dictionary<int, OpenBlock> _blocks = [];
    private int _begun;

    public void Start(int index, ContentBlock block)
    {
        if (++_begun > Most)
            throw new OversizeException($"sent more than {Most} parts of one answer");
        _blocks[index] = new OpenBlock(block);
    }

    public OpenBlock? Of(int index) => _blocks.GetValueOrDefault(index);

    public OpenBlock? Close(int index) => _blocks.Remove(index, out var block) ? block : null;
}
