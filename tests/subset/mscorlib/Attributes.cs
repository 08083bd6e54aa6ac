using System.Reflection;

[assembly: AssemblyVersion("1.17.11.0")]

namespace System
{
    public abstract class Attribute { protected extern Attribute(); }

    public class FlagsAttribute : Attribute { public extern FlagsAttribute(); }

    public sealed class ParamArrayAttribute : Attribute { public extern ParamArrayAttribute(); }
}

namespace System.Diagnostics
{
    public sealed class DebuggableAttribute : Attribute
    {
        public enum DebuggingModes
        {
            None = 0, Default = 1, DisableOptimizations = 256, IgnoreSymbolStoreSequencePoints = 2,
            EnableEditAndContinue = 4,
        }

        public extern DebuggableAttribute(DebuggingModes modes);
    }
}

namespace System.Reflection
{
    public sealed class AssemblyVersionAttribute : Attribute { public extern AssemblyVersionAttribute(string version); }

    public sealed class DefaultMemberAttribute : Attribute { public extern DefaultMemberAttribute(string memberName); }
}
