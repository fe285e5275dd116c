"""The jars of Iceberg for the Spark that runs the tests."""

import importlib.util
import os
import struct
import zipfile
from pathlib import Path

import pyspark

# The package that carries Iceberg's runtime on PyPI leaves Jackson out of it; Spark has one, under its own name.
OWN, SHADED = b"com/fasterxml/jackson", b"org/apache/iceberg/shaded/com/fasterxml/jackson"
WIDTHS = {3: 4, 4: 4, 5: 8, 6: 8, 7: 2, 8: 2, 9: 4, 10: 4, 11: 4, 12: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2}


def jars(folder):
    """Paths of the jars: what ICEBERG_JAR names, else of the package that carries them; none if there is neither."""
    if os.environ.get("ICEBERG_JAR"):
        return [os.environ["ICEBERG_JAR"]]
    found = importlib.util.find_spec("snowpark_connect_deps_iceberg")
    if not found or not pyspark.__version__.startswith("3.5."):
        return []
    own = Path(found.origin).parent / "jars"
    runtime = next(own.glob("iceberg-spark-runtime-3.5_2.12-*.jar"))
    return [str(runtime), str(jackson(Path(folder) / "jackson.jar"))]


def jackson(target):
    """Jackson as Spark has it, under the name by which Iceberg looks for it."""
    spark = Path(pyspark.__file__).parent / "jars"
    with zipfile.ZipFile(target, "w") as made:
        for part in ("core", "databind", "annotations"):
            with zipfile.ZipFile(next(spark.glob(f"jackson-{part}-2*.jar"))) as jar:
                for name in jar.namelist():
                    if name.startswith("com/") and name.endswith(".class"):
                        made.writestr(f"org/apache/iceberg/shaded/{name}", relocated(jar.read(name)))
    return target


def relocated(code):
    """A class whose constants name the classes of Jackson by their other name."""
    (count,) = struct.unpack_from(">H", code, 8)
    parts, at, index = [code[:10]], 10, 1
    while index < count:
        tag = code[at]
        if tag == 1:
            (length,) = struct.unpack_from(">H", code, at + 1)
            text = code[at + 3 : at + 3 + length]
            text = text.replace(OWN, SHADED).replace(OWN.replace(b"/", b"."), SHADED.replace(b"/", b"."))
            parts.append(struct.pack(">BH", 1, len(text)) + text)
            at += 3 + length
        else:
            parts.append(code[at : at + 1 + WIDTHS[tag]])
            at += 1 + WIDTHS[tag]
        # Long and double take two places.
        index += 2 if tag in (5, 6) else 1
    return b"".join([*parts, code[at:]])
