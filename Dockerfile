# Mendel in a container. After `mvn -Pdist -DskipTests package`:
#   docker build -t mendel .
#   docker run --rm -v "$PWD/output:/mendel/output" mendel evolve experiments/quickstart.yaml
# It is not tested where the rest of Mendel is, since nothing there can run containers.
FROM eclipse-temurin:25-jdk
ARG DIST=target/mendel-*.zip
RUN apt-get update && apt-get install -y --no-install-recommends unzip python3 && rm -rf /var/lib/apt/lists/*
COPY ${DIST} /tmp/
RUN unzip -q /tmp/mendel-*.zip -d /tmp/unpacked && mv /tmp/unpacked/mendel-* /mendel && rm -r /tmp/mendel-*.zip /tmp/unpacked
WORKDIR /mendel
VOLUME /mendel/output
ENTRYPOINT ["/mendel/mendel"]
CMD ["--help"]
