using SwapEdge.Boards.Flash;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Flash;

/// <summary>
/// Settings for tests: a line a node, <c>node board kind</c>. The device form is the line itself, its CRC the line's.
/// </summary>
internal sealed class StationLines : ISettingsCompiler
{
    public IReadOnlyList<NodeFile>? Compile(string text, string file, out string refusal)
    {
        List<NodeFile> nodes = [];
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] words = line.Split(' ');
            if (words.Length != 3 || !Enum.TryParse(words[2], out NodeKind kind))
            {
                refusal = $"{file}:{nodes.Count + 1}: kind";
                return null;
            }

            byte[] form = System.Text.Encoding.ASCII.GetBytes(line);
            nodes.Add(new NodeFile("linfen", "truck-1", words[0], words[1], kind, form, CrcOf(form)));
        }

        refusal = "";
        return nodes;
    }

    public static uint CrcOf(byte[] form) => Crc32.Extend(0, form, 0, form.Length);
}
