using System.Reflection;

[assembly: AssemblyVersion("1.17.11.0")]
[assembly: AssemblyTitle("mscorlib")]

namespace System
{
    public abstract class Attribute { protected extern Attribute(); }

    public enum AttributeTargets
    {
        Assembly = 1, Module = 2, Class = 4, Struct = 8, Enum = 16, Constructor = 32, Method = 64, Property = 128,
        Field = 256, Event = 512, Interface = 1024, Parameter = 2048, Delegate = 4096, ReturnValue = 8192, All = 16383,
    }

    public sealed class AttributeUsageAttribute : Attribute
    {
        public extern AttributeUsageAttribute(AttributeTargets validOn);
        public extern bool AllowMultiple { get; set; }
        public extern bool Inherited { get; set; }
        public extern AttributeTargets ValidOn { get; }
    }

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

        public extern DebuggableAttribute(bool isJITTrackingEnabled, bool isJITOptimizerDisabled);
        public extern DebuggableAttribute(DebuggingModes modes);
    }
}

namespace System.Reflection
{
    public sealed class AssemblyTitleAttribute : Attribute { public extern AssemblyTitleAttribute(string title); }

    public sealed class AssemblyVersionAttribute : Attribute { public extern AssemblyVersionAttribute(string version); }

    public sealed class DefaultMemberAttribute : Attribute { public extern DefaultMemberAttribute(string memberName); }
}
