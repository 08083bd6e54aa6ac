namespace SwapEdge.Tests.Gate;

/// <summary>
/// The public API of one device assembly as the reference lists it: a line a type, and indented below it a line a
/// member, with full names and C# keywords.
/// </summary>
public sealed class ApiListing
{
    private static readonly string[] Kinds = ["class", "struct", "interface", "enum", "delegate"];

    private readonly HashSet<string> _members = [];
    private readonly Dictionary<string, string> _types = [];

    public ApiListing(string file)
    {
        foreach (string line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            if (line[0] == ' ')
            {
                _members.Add(WithoutNames(line.Trim()));
            }
            else
            {
                string[] words = line.Split(' ');
                int kind = Array.FindIndex(words, Kinds.Contains);
                string name = words[kind] == "delegate" ? words[kind + 2].Split('(')[0] : words[kind + 1];
                _types[name] = line;
            }
        }
    }

    /// <summary>The line of a type, or null.</summary>
    public string? Type(string name) => _types.GetValueOrDefault(name);

    public bool Has(string member) => _members.Contains(member);

    /// <summary>Kind, base type and interfaces of a type's line.</summary>
    public static (string Kind, string[] Parents) Read(string line)
    {
        string[] halves = line.Split(" : ", 2);
        string kind = halves[0].Split(' ').First(Kinds.Contains);
        return (kind, halves.Length > 1 ? halves[1].Split(", ") : []);
    }

    /// <summary>Takes the names of parameters off: "Copy(byte[] to, int length)" becomes "Copy(byte[],int)".</summary>
    private static string WithoutNames(string member)
    {
        int open = member.IndexOfAny(['(', '[']);
        while (open > 0 && member[open] == '[' && member[open + 1] is ']' or ',')
        {
            open = member.IndexOfAny(['(', '['], open + 1);
        }

        if (open < 0)
        {
            return member;
        }

        char closing = member[open] == '(' ? ')' : ']';
        int close = member.LastIndexOf(closing);
        IEnumerable<string> types = member[(open + 1)..close].Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p[..p.LastIndexOf(' ')]);
        return member[..(open + 1)] + string.Join(',', types) + member[close..];
    }
}
